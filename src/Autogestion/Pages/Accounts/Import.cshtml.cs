using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Accounts;

/// <summary>Transactions from a table, pasted or as a file: all in one act, or none, with the line and the remedy.</summary>
public sealed class ImportPage : AccountsPages
{
    /// <summary>What is wrong with what was sent, line by line.</summary>
    public ImmutableArray<string> Flaws { get; private set; } = [];

    /// <summary>What was pasted, so that nothing typed is lost.</summary>
    public string Pasted { get; private set; } = "";

    public IActionResult OnGet() => MayKeep && Book.IsKept ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? table, bool opening)
    {
        if (Visit.Viewer.Person is not { } person || !MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        Pasted = table ?? "";
        var read = JournalFile.Read(file is { Length: > 0 } ? await TableFile.DecodeAsync(file) : Pasted, code => Book.Find(code) is { Closed: false });
        if (read.Flaws.IsEmpty && opening && read.Transactions.Length != 1) read = read with { Flaws = [new(0, "OneOpening")] };
        if (!read.Flaws.IsEmpty) return Wrong([.. read.Flaws.Select(Say)], StatusCodes.Status400BadRequest);
        var words = read.Transactions.Select(one => Typed(one.Words)).ToList();
        ImmutableArray<Draft> drafts = [.. read.Transactions.Zip(words).Select(pair => new Draft(pair.First.Day, pair.Second, pair.First.Lines))];
        Act act = opening ? new OpenBalances(drafts[0].Day, drafts[0].Words, drafts[0].Lines) : new PostTransactions(drafts);
        var answer = await Node.AskAsync(new(new(BookId), ActId ?? Guid.CreateVersion7(), person, act) { Texts = [.. words.Select(one => one.Prepared)] }, HttpContext.RequestAborted);
        if (answer is not ActAnswer.Refused { Refusal: var refusal } || refusal.Facts.FirstOrDefault(fact => fact.Name == "number").Value is not int number)
            return Answer(answer, T["accounts.import"], T.Count("accounts.imported", drafts.Length), $"{Here}/journal?month={Write(drafts[^1].Day.ToYearMonth())}");
        var wording = new RefusalWording(T, Visit.State.Statutes.Preset);
        return Wrong([T["accounts.fileLine", ("line", read.Transactions[number - 1].Line), ("words", $"{wording.Rule(refusal)} {wording.Remedy(refusal)}")]], StatusCodes.Status409Conflict);
    }

    private PageResult Wrong(ImmutableArray<string> flaws, int status)
    {
        (Flaws, Response.StatusCode) = (flaws, status);
        return Page();
    }

    private string Say(FileFlaw flaw)
    {
        var words = T[$"accounts.flaw.{flaw.Kind}", ("word", flaw.Kind == "NoColumn" ? T[$"accounts.column.{flaw.Word}"] : flaw.Word)];
        return flaw.Line == 0 ? words : T["accounts.fileLine", ("line", flaw.Line), ("words", words)];
    }
}
