using System.Collections.Concurrent;
using System.Reflection;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Work;

namespace Autogestion.Domain;

/// <summary>
/// The one place where authority is checked. Every power is traced to a resolution of a competent body, to the founding
/// deed, or to what a person is: there is no administrator.
/// </summary>
public static class Authorities
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<AcceptsAttribute>> Declared = new();

    /// <summary>The sources of authority that a type of act accepts.</summary>
    public static ImmutableArray<AcceptsAttribute> AcceptedBy(Type act) =>
        Declared.GetOrAdd(act, type => [.. type.GetCustomAttributes<AcceptsAttribute>()]);

    /// <summary>Why the authority cited does not carry the act, or null. Checked before anything else, in this order.</summary>
    public static Refusal? Check(Act act, Stamp stamp, Collective collective)
    {
        if ((collective.Deed.FoundedAt is null) != (act is Found)) return act is Found ? DeedRefusals.AlreadyFounded : DeedRefusals.NotFounded;
        var accepted = AcceptedBy(act.GetType()).Where(accepts => accepts.Source == stamp.Authority.Source).ToImmutableArray();
        if (accepted.IsEmpty) return AuthorityRefusals.NotAccepted.With("source", stamp.Authority.Source);
        return stamp.Authority switch
        {
            Authority.OwnAffair => act is IConcernsPerson concern && concern.Person == stamp.Actor ? null : (Refusal)AuthorityRefusals.NotYourAffair,
            Authority.Membership => collective.Roster.Votes(stamp.Actor, stamp.Entered) || IsMemberOfBody(act, stamp, collective) ? null : (Refusal)AuthorityRefusals.NotMember,
            Authority.Mandate cited => CheckMandate(cited.Id, accepted, act, stamp, collective),
            Authority.Letter or Authority.RuleDue => stamp.Actor == PersonId.Nobody ? null : (Refusal)AuthorityRefusals.OnlyTheDesk,
            _ => AuthorityRefusals.ResolutionsExecuteThemselves,
        };
    }

    /// <summary>Whether the powers of a mandate reach a body: those of a sector or commission stay within it.</summary>
    public static bool Reaches(Mandate mandate, BodyId body, Collective collective)
    {
        if (mandate.Post is not { } post) return true;
        var own = collective.Posts.Posts[post.Value].Terms.Body;
        return own == body || collective.Bodies.Find(own)?.Kind is BodyKind.Assembly or BodyKind.Council;
    }

    /// <summary>What a person may cite for an act now: the first source that carries it, or null.</summary>
    public static Authority? For(Act act, PersonId actor, Instant when, Collective collective)
    {
        IEnumerable<Authority> candidates =
        [
            new Authority.OwnAffair(),
            new Authority.Membership(),
            .. collective.Posts.Live(when).Where(mandate => mandate.Person == actor).OrderBy(mandate => mandate.Sitting is null).Select(mandate => new Authority.Mandate(mandate.Id)),
        ];
        return candidates.FirstOrDefault(authority => Check(act, new(default, actor, authority, when), collective) is null);
    }

    private static Refusal? CheckMandate(MandateId id, ImmutableArray<AcceptsAttribute> accepted, Act act, Stamp stamp, Collective collective)
    {
        if (!MayServe(stamp.Actor, stamp.Entered, collective)) return AuthorityRefusals.NotMember;
        if (collective.Posts.Find(id) is not { } mandate || mandate.Person != stamp.Actor) return AuthorityRefusals.NotYourMandate;
        if (!mandate.IsLive(stamp.Entered)) return AuthorityRefusals.MandateOver;
        var given = accepted.Where(accepts => mandate.Powers.Contains(accepts.Power)).ToImmutableArray();
        if (given.IsEmpty) return AuthorityRefusals.PowerMissing.With("power", accepted[0].Power);
        if (mandate.Sitting is { } sitting && SittingOf(act, collective) != sitting) return AuthorityRefusals.OtherSitting;
        // What names no body is an affair of the whole collective. Whoever audits reads and records everywhere; whoever mediates does so for all.
        return given.Any(accepts => accepts.Power is Power.Audit or Power.Mediate) || Reaches(mandate, BodyOf(act, collective) ?? BodyId.Assembly, collective)
            ? null
            : (Refusal)AuthorityRefusals.OtherBody;
    }

    /// <summary>Whether a person may use a mandate: members, also with voice only, but for those suspended.</summary>
    public static bool MayServe(PersonId person, Instant when, Collective collective) =>
        collective.Roster.StandingOf(person, when) is Members.Standing.Member or Members.Standing.VoiceOnly;

    // In a council or sector a member's rights are those of whoever sits in it.
    private static bool IsMemberOfBody(Act act, Stamp stamp, Collective collective) =>
        BodyOf(act, collective) is { } body && collective.Entitled(body, stamp.Entered).Contains(stamp.Actor);

    private static BodyId? BodyOf(Act act, Collective collective) => act switch
    {
        IOfBody ofBody => ofBody.Body,
        DutyAct duty => DutyOf(duty, collective)?.Terms.Body,
        WorkAct work => collective.Work.BodyOf(work),
        AssignResolution assign => collective.Resolutions.Find(assign.Resolution)?.Body,
        IInAssembly within => collective.Assemblies.Find(within.Assembly)?.Body ?? collective.Assemblies.Past.GetValueOrDefault(within.Assembly.Value)?.Body,
        _ => null,
    };

    // Whoever keeps the rosters of a sector keeps those of no other.
    private static Duty? DutyOf(DutyAct act, Collective collective)
    {
        TurnId? turn = act switch { FillTurn fill => fill.Turn, CheckInTurn check => check.Turn, ExcuseTurn excuse => excuse.Turn, _ => null };
        var duty = act switch { CloseDuty close => close.Duty, PlanWeek plan => plan.Duty, _ => turn is { } id ? collective.Duties.Find(id)?.Duty : null };
        return duty is { } known ? collective.Duties.Duties.GetValueOrDefault(known.Value) : null;
    }

    private static AssemblyId? SittingOf(Act act, Collective collective) => act switch
    {
        IInAssembly within => within.Assembly,
        AssignResolution assign => collective.Resolutions.Find(assign.Resolution)?.Assembly,
        _ => null,
    };
}

/// <summary>Why an authority does not carry an act, in order of precedence.</summary>
public static class AuthorityRefusals
{
    /// <summary>This act does not accept that source of authority.</summary>
    public static readonly RefusalCode NotAccepted = new("authority.not-accepted");

    /// <summary>It is somebody else's affair.</summary>
    public static readonly RefusalCode NotYourAffair = new("authority.not-your-affair");

    /// <summary>Only a member with vote can do that.</summary>
    public static readonly RefusalCode NotMember = new("authority.not-member");

    /// <summary>The actor has no such mandate.</summary>
    public static readonly RefusalCode NotYourMandate = new("authority.not-your-mandate");

    /// <summary>The mandate has ended, or has not begun.</summary>
    public static readonly RefusalCode MandateOver = new("authority.mandate-over");

    /// <summary>The mandate does not give that power.</summary>
    public static readonly RefusalCode PowerMissing = new("authority.power-missing");

    /// <summary>A role in one sitting reaches no other.</summary>
    public static readonly RefusalCode OtherSitting = new("authority.other-sitting");

    /// <summary>The power of that post stays within its own body.</summary>
    public static readonly RefusalCode OtherBody = new("authority.other-body");

    /// <summary>Only the desk enters letters and what fell due.</summary>
    public static readonly RefusalCode OnlyTheDesk = new("authority.only-the-desk");

    /// <summary>Nobody cites a resolution: its effect runs by itself.</summary>
    public static readonly RefusalCode ResolutionsExecuteThemselves = new("authority.resolutions-execute-themselves");
}
