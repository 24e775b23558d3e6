using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>One petition for an assembly: who signed, whether it is reached, and the notice by the petitioners when it is their turn.</summary>
public sealed class PetitionPage() : RoomPage(Audience.Members)
{
    [BindProperty(SupportsGet = true)]
    public int Petition { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    public Petition? Found => Visit.State.Assemblies.Petitions.GetValueOrDefault(Petition);

    public AssemblyWords Say => new(T, Visit, Words);

    public NoticeRule Rule => NoticeRules.Of(Found!.Kind, Visit);

    public bool MaySign => Visit.Viewer.Person is { } person && !Found!.Signatures.Contains(person) && Visit.State.Roster.Votes(person, Visit.Now);

    /// <summary>Until when those who convene have their turn; null when the petitioners can call it now.</summary>
    public Instant? ConvenersUntil => SomeoneConvenes && Found is { ReachedAt: { } at } petition && NoticeDecider.ConvenersTurnEnds(petition, at, Visit.State.Deed.Zone) is var ends && ends > Visit.Now ? ends : null;

    /// <summary>The sitting that was called with it and is still to be held.</summary>
    public Assembly? Called => Visit.State.Assemblies.Current.Values.FirstOrDefault(assembly => assembly.Petition?.Value == Petition);

    /// <summary>Whether the visitor convenes, or signed and the rules let the petitioners call it now.</summary>
    public bool MayCall => Called is null && (NoticeRules.GroundFor(BodyId.Assembly, Visit) is not null
        || (Visit.Viewer.Person is { } person && Found!.Signatures.Contains(person) && ConvenersUntil is null && (Found.Reached is not null || !SomeoneConvenes)));

    protected override IEnumerable<Text?> Texts() => [.. Found?.Agenda.Select(line => line.Title) ?? []];

    public IActionResult OnGet() => Found is null ? Redirect($"/c/{BookId}/assemblies") : Page();

    public async Task<IActionResult> OnPostSignAsync() => Found is null ? OnGet() : await AskAsync(
        new SignPetition(new(Petition)), T["assemblies.asked.sign"], T["assemblies.done.sign"], $"/c/{BookId}/assemblies/petition/{Petition}");

    public async Task<IActionResult> OnPostCallAsync()
    {
        if (Found is null) return OnGet();
        var start = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse($"{Day}T{Hour}:00");
        if (!start.Success) ModelState.AddModelError("day", T["forms.date"]);
        if (string.IsNullOrWhiteSpace(Place)) ModelState.AddModelError("place", T["forms.required"]);
        if (!ModelState.IsValid) return Page();
        var where = Typed(Place);
        var next = Visit.State.Assemblies.NextAssembly;
        return await AskAsync(
            new IssuePetitionedNotice(new(Petition), start.Value, where), T["assemblies.asked.noticePetitioned", ("day", T.Date(start.Value.Date))], T["assemblies.done.notice"], $"/c/{BookId}/assemblies/{next}/notice", where);
    }

    private bool SomeoneConvenes => Visit.State.Posts.Live(Visit.Now).Any(mandate => mandate.Powers.Contains(Power.Convene) && Domain.Authorities.Reaches(mandate, BodyId.Assembly, Visit.State));
}
