using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Pad;

/// <summary>One's own short code for the device that is handed around; whoever keeps the roster can print one for somebody else.</summary>
public sealed class CodePage() : RoomPage(Audience.Members)
{
    public bool HasCode { get; private set; }

    /// <summary>A code made for somebody just now: shown once.</summary>
    public (PersonId Person, string Code)? Printed { get; private set; }

    public string? Flaw { get; private set; }

    public bool MayPrint => Visit.Holding(Power.KeepRoster) is not null;

    public int? MemberNumber => Visit.Viewer.Person is { } me ? Visit.State.Roster.Find(me)?.Number : null;

    /// <summary>Those who have a number, for whom a code can be printed.</summary>
    public IEnumerable<(string Value, string Words)> People => Visit.State.Roster.People.Values.Where(person => person.Number is not null && Visit.State.Roster.Speaks(person.Id, Visit.Now))
        .OrderBy(person => person.Number).Select(person => ($"{person.Id}", $"{person.Number} · {Visit.NameOf(person.Id)}"));

    protected override IEnumerable<Text?> Texts() => [];

    protected override async Task LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        HasCode = Visit.Viewer.Person is { } me && await Registry.PersonalCodes.HasAsync(new(BookId), me, HttpContext.RequestAborted);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? again)
    {
        if (Visit.Viewer.Person is not { } me) return Forbid();
        if (!PersonalCodes.IsGood(code) || code != again)
        {
            Flaw = T["pad.codeBad"];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        await Registry.PersonalCodes.SetAsync(new(BookId), me, code!, HttpContext.RequestAborted);
        TempData.Tell(T["pad.codeDone"]);
        return LocalRedirect($"/c/{BookId}/code");
    }

    public async Task<IActionResult> OnPostPrintAsync(Guid person)
    {
        if (!MayPrint || Visit.State.Roster.Find(new(person)) is null) return StatusCode(StatusCodes.Status403Forbidden);
        string code;
        do code = PersonalCodes.Draw(); while (!PersonalCodes.IsGood(code));
        await Registry.PersonalCodes.SetAsync(new(BookId), new(person), code, HttpContext.RequestAborted);
        Printed = (new(person), code);
        return Page();
    }
}
