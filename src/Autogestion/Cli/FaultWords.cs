using System.Globalization;
using Autogestion.Book;
using Autogestion.Look;

namespace Autogestion.Cli;

/// <summary>Says what is wrong with a book and where.</summary>
internal static class FaultWords
{
    public static string Say(Texts says, Fault fault)
    {
        var where = fault.Line is { } line ? $"{says["cli.verify.line"]} {Number(line)}, " : "";
        var upTo = fault.UpTo > fault.Position ? $"–{Number(fault.UpTo)}" : "";
        var numbers = fault.Expected is { } expected ? $" ({Number(expected)} ≠ {(fault.Found is { } found ? Number(found) : "—")})" : "";
        return $"{where}{says["cli.verify.position"]} {Number(fault.Position)}{upTo}: {says[$"fault.{fault.Code}"]}{numbers}";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
