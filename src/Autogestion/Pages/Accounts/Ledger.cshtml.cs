using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>One account in one month: what was before, each movement, and what is after it.</summary>
public sealed class LedgerPage : AccountsPages
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? AskedMonth { get; set; }

    public YearMonth Month => Asked(AskedMonth, LastMonth);

    public Account Account => Book.Find(Code)!;

    public Money Before { get; private set; }

    public IReadOnlyList<(Transaction Transaction, Money Amount, Money After)> Movements { get; private set; } = [];

    protected override bool Exists => Book.Find(Code) is not null;

    protected override async Task LoadAsync()
    {
        Before = Statements.TrialBalance(Book, Month, Month).Lines.FirstOrDefault(line => line.Account.Code == Code)?.Before ?? Money.Zero;
        var (after, movements) = (Before, new List<(Transaction, Money, Money)>());
        foreach (var transaction in await Visit.Desk.JournalAsync(Month, HttpContext.RequestAborted))
            foreach (var line in transaction.Lines.Where(line => line.Account == Code)) movements.Add((transaction, line.Amount, after += line.Amount));
        Movements = movements;
    }

    protected override IEnumerable<Text?> Texts() => [.. base.Texts(), .. Movements.Select(movement => movement.Transaction.Words)];
}
