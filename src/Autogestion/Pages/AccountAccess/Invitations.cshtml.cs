using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.AccountAccess;

/// <summary>
/// Printed invitations: whoever keeps the roster prints a code for somebody of the roster who has no account yet. The code
/// only lets that person in as who the book already says they are.
/// </summary>
public sealed class InvitationsPage() : RoomPage(Audience.Members)
{
    private static readonly Duration ValidFor = Duration.FromDays(14);

    /// <summary>The one person that the address names.</summary>
    [BindProperty(SupportsGet = true, Name = "only")]
    public Guid? Only { get; set; }

    /// <summary>People of the roster without an account, by name.</summary>
    public IReadOnlyList<(PersonId Person, string Name)> Without { get; private set; } = [];

    /// <summary>The codes just issued, to be printed now.</summary>
    public IReadOnlyList<CodeSlip> Slips { get; private set; } = [];

    protected override IEnumerable<Text?> Texts() => [];

    public IActionResult OnGet()
    {
        if (Visit.Holding(Power.KeepRoster) is null) return StatusCode(StatusCodes.Status403Forbidden);
        Without = ListWithout();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] person)
    {
        if (Visit.Holding(Power.KeepRoster) is null) return StatusCode(StatusCodes.Status403Forbidden);
        Without = ListWithout();
        var slips = new List<CodeSlip>();
        foreach (var (id, name) in Without.Where(someone => person.Contains(someone.Person.Value)))
            if (await Node.MadeOutAsync(new(BookId), Visit.Viewer.Person!.Value, id, ValidFor, HttpContext.RequestAborted) && await Registry.Invitations.IssueJoinAsync(new(BookId), id, ValidFor, HttpContext.RequestAborted) is { } issued)
                slips.Add(CodeSlip.Of(issued, "join", name, Visit.State.Deed.Name, Request, Visit.State.Deed.Zone));
        Slips = slips;
        return Page();
    }

    private List<(PersonId Person, string Name)> ListWithout() =>
        [.. Visit.Names.All
            .Where(named => named.Account is null && (Only is null || Only == named.Id.Value))
            .Where(named => Visit.State.Roster.StandingOf(named.Id, Visit.Now) is not (null or Standing.Departed))
            .Select(named => (named.Id, named.Name))
            .OrderBy(named => named.Name, StringComparer.Create(T.Culture, ignoreCase: true))];
}
