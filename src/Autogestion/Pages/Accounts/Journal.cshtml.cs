using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>The journal of a month, and writing in it.</summary>
public sealed class JournalPage : AccountsPages
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? AskedMonth { get; set; }

    /// <summary>How many rows the form has.</summary>
    [BindProperty(SupportsGet = true, Name = "rows")]
    public int AskedRows { get; set; }

    public YearMonth Month => Asked(AskedMonth, LastMonth);

    public int Rows => Math.Clamp(AskedRows, LineRows.Rows, LineRows.Most);

    public ImmutableArray<Transaction> Transactions { get; private set; } = [];

    public bool IsClosed => Book.IsClosed(Month);

    public bool MayCloseMonth => MayKeep && !IsClosed && Month.ToDateInterval().End < Visit.Today && Book.Months.ContainsKey(Month);

    /// <summary>Whether the year of this month is the next to be closed, and all its months are.</summary>
    public bool MayCloseYear => MayKeep && Book.NextYear == Book.YearOf(Month).Year && Book.IsClosed(Book.YearOf(Month).Last);

    public bool MayReverse(Transaction transaction) =>
        MayKeep && transaction.Kind is TransactionKind.Manual or TransactionKind.Opening && Book.Find(transaction.Id) is not null && !Book.Reversed.Contains(transaction.Id.Value);

    public IReadOnlyList<(string, string)> Sections => [("", "—"), .. Book.Sections.Values.Where(section => !section.Closed).Select(section => ($"{section.Id.Value}", Words[section.Name]))];

    public IReadOnlyList<(string, string)> Origins => [("", "—"), .. Enum.GetValues<ResultOrigin>().Select(origin => ($"{origin}", Wording.FactWording.Name(T, origin)))];

    protected override async Task LoadAsync()
    {
        if (Book.IsKept) Transactions = await Visit.Desk.JournalAsync(Month, HttpContext.RequestAborted);
    }

    protected override IEnumerable<Text?> Texts() => [.. base.Texts(), .. Transactions.Select(transaction => transaction.Words)];

    public Task<IActionResult> OnPostWriteAsync(string? words, bool opening, bool more)
    {
        if (more)
        {
            AskedRows = Rows + LineRows.Rows;
            ModelState.Clear();
            return Task.FromResult<IActionResult>(Page());
        }
        if (Read() is not var (day, lines)) return Task.FromResult<IActionResult>(Page());
        var typed = Typed(words);
        Act act = opening ? new OpenBalances(day, typed, lines) : new PostTransactions([new(day, typed, lines)]);
        return AskAsync(act, T["accounts.ask.write"], T["accounts.did.write"], $"{Here}/journal?month={Write(day.ToYearMonth())}", typed);
    }

    public Task<IActionResult> OnPostReverseAsync(int transaction, string? why)
    {
        var typed = Typed(why);
        return AskAsync(new ReverseTransaction(new(transaction), Visit.Today, typed), T["act.accounts.reverse"], T["accounts.did.reverse"], $"{Here}/journal?month={Write(ThisMonth)}", typed);
    }

    public Task<IActionResult> OnPostCloseMonthAsync() => AskAsync(new CloseJournalMonth(Month), T["act.accounts.close-month"], T["accounts.did.closeMonth"], $"{Here}/journal?month={Write(Month)}");

    public Task<IActionResult> OnPostCloseYearAsync() => AskAsync(new CloseYear(Book.YearOf(Month).Year), T["act.accounts.close-year"], T["accounts.did.closeYear"], $"{Here}/statements?year={Book.YearOf(Month).Year}");

    // What was typed, or what is wrong with it marked at its field.
    private (LocalDate Day, ImmutableArray<Line> Lines)? Read()
    {
        if (LineRows.Day(Request.Form) is not { } day) ModelState.AddModelError("day", T["accounts.dayNeeded"]);
        else if (LineRows.Read(Request.Form) is { Lines: { } lines }) return (day, lines);
        if (LineRows.Read(Request.Form) is { Lines: null, Wrong: var row }) ModelState.AddModelError($"debit{row - 1}", T["accounts.amountWrong"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return null;
    }
}
