using Autogestion.Domain;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Assemblies.Live;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Presence;

/// <summary>Who represents whom in one sitting, what the rules say about it, and how one takes part from afar.</summary>
public sealed class ProxiesPage() : AssemblyPage(Audience.Members)
{
    [BindProperty]
    public Guid? Holder { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    public RuleInForce<RuleValue.Whole> Most => Book.Rule(Rules.MostProxies);

    public RuleInForce<RuleValue.Switch> Councillors => Book.Rule(Rules.CouncillorsHoldNoProxies);

    public RuleInForce<RuleValue.Switch> Remote => Book.Rule(Rules.Remote);

    /// <summary>Whether anybody can be represented here.</summary>
    public bool Allowed => Current!.Body == BodyId.Assembly && Most.Value.Value > 0;

    /// <summary>The proxy that the visitor gave.</summary>
    public Proxy? Mine => Visit.Viewer.Person is { } me ? Current!.Presence.Of(me) : null;

    public IEnumerable<Proxy> Given => Current!.Presence.Given.Values.OrderBy(proxy => proxy.At);

    public bool MayGive => Allowed && Visit.Viewer.Person is { } me && Roll.Contains(me) && !Current!.InRoom.ContainsKey(me);

    public bool MayJoin => Remote.Value.Value && Visit.Viewer.Person is { } me && !Current!.InRoom.ContainsKey(me) && Visit.State.Roster.Speaks(me, Visit.Now);

    public bool MayEnter => Allowed && May(new EnterPaperProxy(Id, PersonId.Nobody, PersonId.Nobody));

    private StatuteBook Book => Visit.State.StatuteVersions[Current!.StatutesVersion];

    private ImmutableHashSet<PersonId> Roll => Attendance.RollOf(Visit, Current!);

    protected override IEnumerable<Text?> Texts() => Current is { } assembly ? LiveRoom.Texts(Visit, assembly) : [];

    protected override bool Exists => Current is not null || Past is not null;

    /// <summary>Whether the visitor can be the second to sign.</summary>
    public bool MayConfirm(Proxy proxy) => Visit.Viewer.Person is { } me && me != proxy.EnteredBy && me != proxy.Holder && me != proxy.Person && May(new ConfirmPaperProxy(Id, proxy.Person));

    /// <summary>Those who vote here, by number.</summary>
    public IEnumerable<(string, string)> People(bool withoutMe) => Roll.Where(person => !withoutMe || person != Visit.Viewer.Person)
        .OrderBy(person => Visit.State.Roster.Find(person)?.Number ?? int.MaxValue).Select(person => (person.ToString(), Say.Person(person)));

    public IActionResult OnGet() => Current is null ? Redirect($"{Here}/minutes") : Page();

    public Task<IActionResult> OnPostGiveAsync() => DoAsync(new GiveProxy(Id, Visit.Viewer.Person ?? PersonId.Nobody, Of(Holder)), "giveProxy");

    public Task<IActionResult> OnPostRevokeAsync() => DoAsync(new RevokeProxy(Id, Of(Person)), "revokeProxy");

    public Task<IActionResult> OnPostEnterAsync() => DoAsync(new EnterPaperProxy(Id, Of(Person), Of(Holder)), "enterProxy");

    public Task<IActionResult> OnPostConfirmAsync() => DoAsync(new ConfirmPaperProxy(Id, Of(Person)), "confirmProxy");

    public Task<IActionResult> OnPostJoinAsync() => DoAsync(new JoinRemotely(Id, Visit.Viewer.Person ?? PersonId.Nobody), "join");

    private static PersonId Of(Guid? person) => new(person ?? Guid.Empty);

    private bool May(Act act) => Visit.Viewer.Person is { } person && Authorities.For(act, person, Visit.Now, Visit.State) is not null;

    private async Task<IActionResult> DoAsync(Act act, string what)
    {
        if (Current is null) return Redirect($"{Here}/minutes");
        var answer = await AskAsync(act, T[$"assemblies.asked.{what}"], T[$"assemblies.done.{what}"], $"{Here}/proxies");
        return Current is null && answer is Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? Redirect($"{Here}/minutes") : answer;
    }
}
