using System.Text.Json;
using Autogestion.Domain.Accounts;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Charts;

/// <summary>
/// The charts of accounts that come with the program, by jurisdiction: a beginning, to be changed by whoever keeps the accounts.
/// Adopting one writes it whole into the book.
/// </summary>
public static class ChartLibrary
{
    private const string Common = "common";

    // Jurisdiction of a preset, its currency (ISO 4217) and the file of its accounts.
    private static readonly ImmutableArray<(string Jurisdiction, string Currency, string File)> Offered =
        [("AR", "ARS", Common), ("UY", "UYU", Common), ("ES", "EUR", "spain"), ("ES-PV", "EUR", "spain"), ("GR", "EUR", Common)];

    /// <summary>The chart for a jurisdiction; for one that is not known, the common one without a currency of its own.</summary>
    /// <param name="currency">Three letters; where null, that of the jurisdiction.</param>
    public static Chart For(string jurisdiction, string? currency = null)
    {
        var offered = Offered.FirstOrDefault(one => one.Jurisdiction == jurisdiction);
        return new(currency ?? offered.Currency ?? "XXX", Read(offered.File ?? Common));
    }

    /// <summary>The currency of a jurisdiction; null where none is known.</summary>
    public static string? CurrencyOf(string jurisdiction) => Offered.FirstOrDefault(one => one.Jurisdiction == jurisdiction).Currency;

    private static ImmutableArray<ChartAccount> Read(string file)
    {
        using var stream = typeof(ChartLibrary).Assembly.GetManifestResourceStream($"charts/{file}.json")!;
        return [.. JsonSerializer.Deserialize<ChartFile>(stream, JsonForm.Options)!.Accounts.Select(account => new ChartAccount(account.Code, account.Role))];
    }

    private sealed record ChartFile(ImmutableArray<FileAccount> Accounts, string Source = "");

    private sealed record FileAccount(string Code, AccountRole Role);
}
