using System.Text;
using NodaTime.Text;

namespace Autogestion.Pages.Calendar;

/// <summary>One event of a calendar file: at an hour, or on a whole day.</summary>
/// <param name="Key">Stays the same as long as it is the same event, so that calendar programs change it instead of adding another.</param>
/// <param name="At">The hour it begins; null for a whole day.</param>
public sealed record CalendarEvent(string Key, string Title, LocalDate Day, Instant? At, string Address);

/// <summary>Writes iCalendar (RFC 5545): lines folded at 75 octets, text escaped, hours as UTC, whole days as dates.</summary>
public static class ICalendar
{
    private const int Octets = 75;
    private static readonly Duration Lasts = Duration.FromHours(2);
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The whole file.</summary>
    /// <param name="host">What follows the key in the identifier of each event.</param>
    /// <param name="stamp">When this was made.</param>
    public static string Write(string name, string host, IEnumerable<CalendarEvent> events, Instant stamp)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Autogestion//Calendar//ES");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, $"X-WR-CALNAME:{Escape(name)}");
        foreach (var one in events)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, $"UID:{one.Key}@{host}");
            Line(file, $"DTSTAMP:{Moment.Format(stamp)}");
            if (one.At is { } at)
            {
                Line(file, $"DTSTART:{Moment.Format(at)}");
                Line(file, $"DTEND:{Moment.Format(at + Lasts)}");
            }
            else
            {
                Line(file, $"DTSTART;VALUE=DATE:{Date.Format(one.Day)}");
                Line(file, $"DTEND;VALUE=DATE:{Date.Format(one.Day.PlusDays(1))}");
                Line(file, "TRANSP:TRANSPARENT");
            }
            Line(file, $"SUMMARY:{Escape(one.Title)}");
            Line(file, $"URL:{one.Address}");
            Line(file, "END:VEVENT");
        }
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    /// <summary>Text as a property value: backslash, semicolon, comma and line ends escaped; other control signs have no place in it.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n"))
            _ = sign switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(sign),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(sign) => escaped,
                _ => escaped.Append(sign),
            };
        return escaped.ToString();
    }

    // A line has at most 75 octets; what goes on begins with a space, which counts. No letter is cut in two.
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
