using System.Globalization;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using NodaTime.Text;

namespace Autogestion.Pages.Accounts;

/// <summary>The lines of a transaction being written: a fixed number of rows with names of their own, so that nothing needs a script.</summary>
public static class LineRows
{
    /// <summary>Rows on the form; as many more each time one asks.</summary>
    public const int Rows = 6;

    /// <summary>Most rows a form is read for.</summary>
    public const int Most = 60;

    /// <summary>The day typed, or null.</summary>
    public static LocalDate? Day(IFormCollection form) => LocalDatePattern.Iso.Parse(form["day"].ToString()) is { Success: true, Value: var day } ? day : null;

    /// <summary>The rows in which something was typed; null with the row, from 1, where an amount is none.</summary>
    public static (ImmutableArray<Line>? Lines, int Wrong) Read(IFormCollection form)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        for (var row = 0; row < Most; row++)
        {
            // The code alone, or with the name after it as the list offers it.
            var code = form[$"account{row}"].ToString().Trim().Split(' ', 2)[0];
            var (debit, credit) = (form[$"debit{row}"].ToString(), form[$"credit{row}"].ToString());
            if (code.Length == 0 && debit.Length == 0 && credit.Length == 0) continue;
            if (Amount(debit, credit) is not { } amount) return (null, row + 1);
            lines.Add(new(code, amount, Section(form, row), Origin(form, row)));
        }
        return (lines.ToImmutable(), 0);
    }

    // In one of the two columns only.
    private static Money? Amount(string debit, string credit) => (debit.Trim().Length, credit.Trim().Length) switch
    {
        ( > 0, 0) => TypedAmount.Read(debit),
        (0, > 0) => TypedAmount.Read(credit) is { } amount ? -amount : null,
        _ => null,
    };

    private static SectionId? Section(IFormCollection form, int row) =>
        int.TryParse(form[$"section{row}"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new(number) : null;

    private static ResultOrigin? Origin(IFormCollection form, int row) => Enum.TryParse<ResultOrigin>(form[$"origin{row}"], out var origin) && Enum.IsDefined(origin) ? origin : null;
}
