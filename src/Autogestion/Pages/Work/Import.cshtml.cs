using Autogestion.Domain.Work;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Work;

/// <summary>Hours from a table, pasted or as a file: all rows in one act, or none, with the line and the remedy.</summary>
public sealed class ImportPage : WorkRoomPage
{
    /// <summary>What is wrong with what was sent, line by line.</summary>
    public ImmutableArray<string> Flaws { get; private set; } = [];

    /// <summary>What was pasted, so that nothing typed is lost.</summary>
    public string Pasted { get; private set; } = "";

    public IActionResult OnGet() => MayKeep ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? table)
    {
        if (Me is not { } person || !MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        Pasted = table ?? "";
        var read = HoursFile.Read(file is { Length: > 0 } ? await TableFile.DecodeAsync(file) : Pasted, await NamesAsync());
        if (!read.Flaws.IsEmpty) return Wrong([.. read.Flaws.Select(Say)], StatusCodes.Status400BadRequest);
        var answer = await Node.AskAsync(new(new(BookId), ActId ?? Guid.CreateVersion7(), person, new RecordHours(read.Rows)), HttpContext.RequestAborted);
        if (answer is not ActAnswer.Refused { Refusal: var refusal } || refusal.Facts.FirstOrDefault(fact => fact.Name == "row").Value is not int row)
            return Answer(answer, T["work.ask.import"], T.Count("work.imported", read.Rows.Length), Here + "/keep");
        var wording = new RefusalWording(T, Visit.State.Statutes.Preset);
        return Wrong([T["work.line", ("line", read.Lines[row - 1]), ("words", $"{wording.Rule(refusal)} {wording.Remedy(refusal)}")]], StatusCodes.Status409Conflict);
    }

    private PageResult Wrong(ImmutableArray<string> flaws, int status)
    {
        (Flaws, Response.StatusCode) = (flaws, status);
        return Page();
    }

    private string Say(FileFlaw flaw)
    {
        var words = T[$"work.flaw.{flaw.Kind}", ("word", flaw.Kind == "NoColumn" ? T[$"work.column.{flaw.Word}"] : flaw.Word)];
        return flaw.Line == 0 ? words : T["work.line", ("line", flaw.Line), ("words", words)];
    }

    private async Task<HoursNames> NamesAsync()
    {
        var words = await Words.ReadAsync(Registry.Texts, new(BookId), Texts(), T, HttpContext.RequestAborted);
        var members = Visit.State.Roster.People.Values.Where(one => one.Number is not null).ToDictionary(one => one.Number!.Value, one => one.Id);
        return new(
            number => members.TryGetValue(number, out var id) ? id : null,
            [.. Board.Workshops.Values.Where(workshop => !workshop.Closed).Select(workshop => (workshop.Id, words[workshop.Name]))],
            [.. Board.Tasks.Values.Where(task => !task.Closed).Select(task => (task.Id, task.Workshop, words[task.Name]))]);
    }
}
