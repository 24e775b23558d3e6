using Autogestion.Domain.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>Sums and balances from one month to another.</summary>
public sealed class TrialPage : AccountsPages
{
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? AskedFrom { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? AskedTo { get; set; }

    public YearMonth To => Asked(AskedTo, LastMonth);

    public YearMonth From => Asked(AskedFrom, Book.YearOf(To).First) is var from && from.CompareTo(To) <= 0 ? from : To;

    public TrialBalance Trial => Statements.TrialBalance(Book, From, To);
}
