using System.Globalization;
using Autogestion.Domain.Duties;

namespace Autogestion.Pages.Duties;

/// <summary>The slots of a duty being written: a fixed number of rows with names of their own, so that nothing needs a script.</summary>
public static class SlotRows
{
    /// <summary>Rows on the form.</summary>
    public const int Rows = 7;

    /// <summary>The rows in which a weekday and an hour were given; what makes no sense is left for the rules to refuse.</summary>
    public static IEnumerable<DutySlot> Read(IFormCollection form, int most) => Enumerable.Range(0, most)
        .Where(row => Number(form, "weekday", row) > 0)
        .Select(row => new DutySlot(Number(form, "weekday", row), Hour(form, row), Number(form, "minutes", row), Number(form, "people", row), Number(form, "weight", row)));

    private static int Number(IFormCollection form, string field, int row) =>
        int.TryParse(form[$"{field}{row}"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static LocalTime Hour(IFormCollection form, int row) =>
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form[$"start{row}"].ToString()).GetValueOrDefault();

    private static LocalTime GetValueOrDefault(this NodaTime.Text.ParseResult<LocalTime> result) => result.TryGetValue(default, out var time) ? time : default;
}
