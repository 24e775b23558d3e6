using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Office.Presets;
using Autogestion.Pages.AccountAccess;
using Autogestion.Registry;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Found;

/// <summary>
/// Found a collective: name, seat, legal form or none yet, founders, first posts. A no keeps everything typed, and nothing is
/// written before the founding itself would be entered.
/// </summary>
public sealed class FoundPage(Node node, RegistryDatabase registry, Visits visits, Reader reader) : PageModel
{
    private static readonly string Blank = new('A', 43);
    private static readonly Duration CodesHold = Duration.FromDays(14);

    [BindProperty]
    public FoundingForm Form { get; set; } = new();

    [BindProperty(Name = "act")]
    public Guid? ActId { get; set; }

    public RefusalView? No { get; private set; }

    /// <summary>The new book, once it exists.</summary>
    public CollectiveId? Founded { get; private set; }

    /// <summary>A code for each of the other founders, to be printed now.</summary>
    public IReadOnlyList<CodeSlip> Slips { get; private set; } = [];

    /// <summary>The same id again after a no, so that what is finally entered is entered once.</summary>
    public Guid Act => ActId ?? Guid.CreateVersion7();

    public ImmutableArray<Preset> Presets { get; } = [.. PresetLibrary.Shipped.Offered.Select(shipped => shipped.Preset).OrderBy(preset => preset.Id == Preset.NoLegalForm ? 0 : 1)];

    public IActionResult OnGet()
    {
        if (visits.Account is null) return Redirect("/sign-in?back=/found");
        Form = FoundingForm.Suggested(reader);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (visits.Account is not { } account) return Redirect("/sign-in?back=/found");
        if (ActId is not { } act) return RedirectToPage();
        foreach (var fault in FoundingReader.Faults(Form))
            ModelState.AddModelError($"{nameof(Form)}.{fault.Field}", reader[$"found.fault.{fault.Why}", ("what", fault.What)]);
        if (!ModelState.IsValid || PresetLibrary.Shipped.Find(Form.Preset ?? "") is not { Preset.Status: PresetStatus.Current } preset) return Again();

        if (Rehearse(act, preset) is { } refusal) return Refuse(refusal);
        var id = FoundingReader.IdOf(Form.Name!, act);
        var commitments = await CommitAsync(id, act);
        var texts = PostNames().Select(name => registry.Texts.Prepare(id, reader.Language, name, Retention.Legal)).ToList();
        var found = FoundingReader.Act(Form, act, preset, commitments, [.. texts.Select(text => text.Reference)], node.Keys.For(id).Verifier.ToString());

        var me = FoundingReader.PersonOf(act, 0);
        switch (await node.AskAsync(new(id, act, me, found) { Texts = [.. texts.Select(text => text.Prepared)] }, HttpContext.RequestAborted))
        {
            case ActAnswer.Entered entered:
                if (!entered.Repeated) await registry.Persons.LinkAsync(id, me, account, HttpContext.RequestAborted);
                if (await registry.Persons.OfAccountAsync(account, id, HttpContext.RequestAborted) != me) return LocalRedirect($"/c/{id}");
                Founded = id;
                Slips = await PrintAsync(id, act);
                return Page();
            case ActAnswer.Refused refused:
                return Refuse(refused.Refusal);
            case ActAnswer.Unavailable unavailable:
                No = new RefusalWording(reader).Trouble(unavailable.Trouble, Asked);
                return Again(StatusCodes.Status503ServiceUnavailable);
            default:
                return StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Zones of the countries this speaks to, by name.</summary>
    public static IEnumerable<(string Value, string Words)> Zones { get; } =
    [
        .. NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.ZoneLocations!
            .Where(zone => "AR UY CL PY BO PE BR EC CO VE MX GT HN SV NI CR PA CU DO PR ES PT IT GR FR DE GB IE US CA".Split(' ').Contains(zone.CountryCode))
            .Select(zone => (zone.ZoneId, $"{zone.CountryName}: {zone.ZoneId.Split('/')[^1].Replace('_', ' ')}")).OrderBy(zone => zone.Item2, StringComparer.Ordinal),
        ("UTC", "UTC"),
    ];

    // Founding ends with handing everybody a code: it lets them in as who the deed says they are, and as nobody else.
    private async Task<IReadOnlyList<CodeSlip>> PrintAsync(CollectiveId id, Guid act)
    {
        var slips = new List<CodeSlip>();
        foreach (var (place, founder) in FoundingReader.Founders(Form).Index().Skip(1))
            if (await registry.Invitations.IssueJoinAsync(id, FoundingReader.PersonOf(act, place), CodesHold, HttpContext.RequestAborted) is { } issued)
                slips.Add(CodeSlip.Of(issued, "join", founder.Name, Form.Name!, Request, DateTimeZoneProviders.Tzdb[Form.Zone!]));
        return slips;
    }

    private string Asked => reader["found.ask", ("name", Form.Name)];

    private IEnumerable<string> PostNames() => FoundingReader.Posts(Form, FoundingReader.Founders(Form)).Select(post => post.Name);

    // Decided once without writing anything, so that a no leaves no names in the registry and no key on the disk.
    private Refusal? Rehearse(Guid act, ShippedPreset preset)
    {
        var found = FoundingReader.Act(
            Form, act, preset, [.. FoundingReader.Founders(Form).Select(_ => Blank)], [.. PostNames().Select(_ => new Text(default, Blank, Retention.Legal))], "rehearsal+00000000+");
        var now = Instant.FromDateTimeOffset(node.Clock.GetUtcNow());
        return Collective.Empty.Decide(found, new(act, found.Person, new Authority.OwnAffair(), now)) is Decision.Refused refused ? refused.Refusal : null;
    }

    // A second send finds the book there and writes nobody down again.
    private async Task<IReadOnlyList<string>> CommitAsync(CollectiveId id, Guid act)
    {
        var founders = FoundingReader.Founders(Form);
        if (node.Find(id) is not null) return [.. founders.Select(_ => Blank)];
        await registry.Persons.SaveManyAsync(
            id, founders.Select((founder, place) => (FoundingReader.PersonOf(act, place), new PersonDetails(founder.Name, founder.Document, Language: reader.Language))), HttpContext.RequestAborted);
        var commitments = new List<string>();
        for (var place = 0; place < founders.Length; place++)
            commitments.Add(await registry.Persons.Identities.CommitAsync(id, FoundingReader.PersonOf(act, place), HttpContext.RequestAborted) ?? Blank);
        return commitments;
    }

    private PageResult Refuse(Refusal refusal)
    {
        No = new RefusalWording(reader, PresetLibrary.Shipped.Find(Form.Preset ?? "")?.Preset).View(refusal, Asked);
        return Again(StatusCodes.Status409Conflict);
    }

    private PageResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }
}
