using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies;

/// <summary>What the rules ask of a notice sent now, said before it is sent.</summary>
/// <param name="Earliest">The first moment that leaves enough time.</param>
/// <param name="Latest">The last moment, where there is one.</param>
/// <param name="Least">The time to leave.</param>
/// <param name="Rule">Where that is written.</param>
public sealed record NoticeRule(AssemblyKind Kind, Instant Earliest, Instant? Latest, TimeLimit Least, Cited Rule);

/// <summary>Asks the rules, and the desk's own decision as a rehearsal, what a notice would be.</summary>
public static class NoticeRules
{
    /// <summary>The time that each kind of sitting asks for.</summary>
    public static NoticeRule Of(AssemblyKind kind, Visit visit)
    {
        var (statutes, zone) = (visit.State.Statutes, visit.State.Deed.Zone);
        var least = statutes.Rule(kind switch
        {
            AssemblyKind.Ordinary => Rules.OrdinaryNotice,
            AssemblyKind.Extraordinary => Rules.ExtraordinaryNotice,
            AssemblyKind.Session => Rules.CouncilNotice,
            _ => Rules.InternalNotice,
        });
        var most = kind switch
        {
            AssemblyKind.Ordinary => Rules.OrdinaryNoticeMost,
            AssemblyKind.Extraordinary => Rules.ExtraordinaryNoticeMost,
            _ => null,
        };
        return new(kind, least.Value.Value.Earliest(visit.Now, zone), most is null ? null : statutes.Rule(most).Value.Value.Latest(visit.Now, zone), least.Value.Value, least.Cited);
    }

    /// <summary>The kinds of sitting that a body has.</summary>
    public static IEnumerable<AssemblyKind> KindsOf(BodyId body) => body == BodyId.Assembly
        ? [AssemblyKind.Weekly, AssemblyKind.Ordinary, AssemblyKind.Extraordinary, AssemblyKind.Shift]
        : [AssemblyKind.Session];

    /// <summary>What would come back onto the agenda of a sitting noticed now: what the same decision would put there.</summary>
    public static IEnumerable<AgendaItem> ComingBack(AssemblyKind kind, BodyId body, Visit visit)
    {
        var when = Of(kind, visit).Earliest.InZone(visit.State.Deed.Zone).LocalDateTime.PlusMinutes(1);
        var nothing = new Text(Guid.Empty, "", Retention.Legal);
        return Rehearse(new(body, kind, when, nothing, [new(nothing, Matter.General)]), visit) is Decision.Entered { Entries: [AssemblyNoticed noticed, ..] }
            ? noticed.Agenda.Where(item => item.About is not null || item.Came is not null)
            : [];
    }

    /// <summary>What the answer to a notice would be, without asking for it.</summary>
    public static Decision Rehearse(IssueNotice act, Visit visit)
    {
        var actor = visit.Viewer.Person ?? PersonId.Nobody;
        var authority = Domain.Authorities.For(act, actor, visit.Now, visit.State) ?? new Authority.Membership();
        return visit.State.Decide(act, new(Guid.Empty, actor, authority, visit.Now));
    }

    /// <summary>Whether the visitor can convene this body.</summary>
    public static Authority? GroundFor(BodyId body, Visit visit) => visit.Viewer.Person is { } person
        ? Domain.Authorities.For(new IssueNotice(body, AssemblyKind.Weekly, default, new(Guid.Empty, "", Retention.Legal), []), person, visit.Now, visit.State)
        : null;
}
