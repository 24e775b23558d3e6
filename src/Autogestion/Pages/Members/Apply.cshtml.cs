using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Members;

/// <summary>
/// Asking to come in: anybody for herself, or whoever keeps the roster for a letter on paper. Who somebody is goes to the
/// registry; the book gets an id and a salted hash.
/// </summary>
public sealed class ApplyPage(Visits visits) : RoomPage(Audience.Public)
{
    [BindProperty]
    public Applicant Applicant { get; set; } = new();

    /// <summary>Set once the application is in: a page that says what comes next.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public bool Done { get; set; }

    /// <summary>The visitor keeps the roster and enters what came on paper.</summary>
    public bool OnPaper => Visit.May(new BeginTrial(default, Visit.Today));

    /// <summary>The visitor belongs already, or is waiting.</summary>
    public bool IsKnown => Visit.Viewer.IsMember && !OnPaper;

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsKnown || ActId is not { } act) return Redirect($"/c/{BookId}/members/apply");
        if (!Applicant.Check(ModelState, T)) return Page();
        var (book, person) = (new CollectiveId(BookId), Applicant.IdFrom(act));
        var isNew = Visit.State.Roster.Find(person) is null;
        if (isNew && !await Registry.Persons.SaveAsync(book, person, Applicant.Details(T.Language), HttpContext.RequestAborted)) return BadRequest();
        var commitment = await Registry.Persons.Identities.CommitAsync(book, person, HttpContext.RequestAborted) ?? "";
        var letter = string.IsNullOrWhiteSpace(Applicant.Letter) ? null : Typed(Applicant.Letter, Retention.Erasable);
        var then = OnPaper ? $"/c/{BookId}/members/{person}" : $"/c/{BookId}/members/apply?done=true";
        var answer = await AskAsync(
            OnPaper ? Visit.Viewer.Person!.Value : person, new ApplyForAdmission(person, commitment, letter?.Text),
            T["members.askApply", ("name", Applicant.Name)], T["members.doneApply"], then, letter is null ? [] : [letter]);
        if (isNew && No is null && !OnPaper && visits.Account is { } account) await Registry.Persons.LinkAsync(book, person, account, HttpContext.RequestAborted);
        return answer;
    }

    protected override IEnumerable<Text?> Texts() => Visit.PostNames();
}
