namespace Autogestion.Domain.Bodies;

/// <summary>What kind of body: the assembly is the first and makes the others.</summary>
public enum BodyKind
{
    Assembly,
    Council,
    AuditCommission,

    /// <summary>Has a roll of its own people.</summary>
    Sector,

    /// <summary>Those who work in the same hours: has a roll of its own people.</summary>
    Shift,

    /// <summary>The council of those who coordinate sectors and shifts.</summary>
    Coordinators,

    /// <summary>Hears appeals against sanctions.</summary>
    AppealsCommittee,

    /// <summary>Mediates in conflicts before they come to a sanction.</summary>
    Mediation,
}

/// <summary>What the kinds of body have in common.</summary>
public static class BodyKinds
{
    /// <summary>Whether its members are people assigned to it; those of all others hold its posts.</summary>
    public static bool HasRoll(this BodyKind kind) => kind is BodyKind.Sector or BodyKind.Shift;

    /// <summary>Whether it meets by the norms only: what the law reserves it can only propose for ratification.</summary>
    public static bool IsInternal(this BodyKind kind) => kind is BodyKind.Sector or BodyKind.Shift or BodyKind.Coordinators or BodyKind.Mediation;

    /// <summary>Whether there is at most one.</summary>
    public static bool IsSingle(this BodyKind kind) => kind is BodyKind.Council or BodyKind.Coordinators or BodyKind.AppealsCommittee or BodyKind.Mediation;
}

/// <summary>A body was made.</summary>
/// <param name="Name">As people call it; null for the assembly and the council, which have their own words.</param>
[Named("body.created"), SeenBy(Audience.Public)]
public sealed record BodyCreated(BodyId Body, BodyKind Kind, Text? Name) : Entry;

/// <summary>A body is no more: what made it no longer stands. Its minutes and what it resolved stay.</summary>
[Named("body.dissolved"), SeenBy(Audience.Public)]
public sealed record BodyDissolved(BodyId Body) : Entry;

/// <summary>Somebody belongs to a sector or shift.</summary>
[Named("body.member-assigned"), SeenBy(Audience.Members)]
public sealed record MemberAssigned(BodyId Body, PersonId Person) : Entry;

/// <summary>Somebody no longer belongs to a sector or shift.</summary>
[Named("body.member-released"), SeenBy(Audience.Members)]
public sealed record MemberReleased(BodyId Body, PersonId Person) : Entry;

/// <summary>An act about bodies.</summary>
public abstract record BodyAct : Act;

/// <summary>Make a body: effect of a resolution.</summary>
/// <param name="Id">Reserved when the motion is tabled, so that later items can name the body.</param>
[Named("body.create"), Undone(Reversal.Ends), OnMatter(Matter.CreateBody), Accepts(Source.Resolution)]
public sealed record CreateBody(BodyKind Kind, Text? Name = null, BodyId? Id = null) : BodyAct;

/// <summary>Put somebody on the roll of a sector or shift: by whoever keeps the roster, or by resolution.</summary>
[Named("body.assign"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.KeepRoster), Accepts(Source.Resolution)]
public sealed record AssignToBody(BodyId Body, PersonId Person) : BodyAct, IOfBody;

/// <summary>Take somebody off the roll of a sector or shift.</summary>
[Named("body.release"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.KeepRoster), Accepts(Source.Resolution)]
public sealed record ReleaseFromBody(BodyId Body, PersonId Person) : BodyAct, IOfBody;

/// <summary>Why an act about bodies is refused, in order of precedence.</summary>
public static class BodiesRefusals
{
    /// <summary>No body has that number.</summary>
    public static readonly RefusalCode Unknown = new("body.unknown");

    /// <summary>Only a sector or a shift has a roll of its own; in other bodies sit those who hold its posts.</summary>
    public static readonly RefusalCode NoRoll = new("body.no-roll");

    /// <summary>Only a member is put on it.</summary>
    public static readonly RefusalCode NotMember = new("body.not-member");

    /// <summary>That person is on it already.</summary>
    public static readonly RefusalCode AlreadyIn = new("body.already-in");

    /// <summary>That person is not on it.</summary>
    public static readonly RefusalCode NotIn = new("body.not-in");

    /// <summary>There is one assembly and at most one council, one appeals committee and so on.</summary>
    public static readonly RefusalCode OnlyOne = new("body.only-one");

    /// <summary>A sector or commission needs a name.</summary>
    public static readonly RefusalCode NameNeeded = new("body.name-needed");
}

/// <summary>
/// A body of the collective. Its members are the roll (assembly), the people assigned to it and those who hold its posts
/// (sectors and shifts), those who coordinate a sector (their council), or the holders of its posts (all others).
/// </summary>
public sealed record Body(BodyId Id, BodyKind Kind, Text? Name, bool Dissolved = false)
{
    /// <summary>Those assigned to a sector or shift.</summary>
    public ImmutableHashSet<PersonId> People { get; init; } = [];
}

/// <summary>The bodies of a collective.</summary>
public sealed record BodyList
{
    public static readonly BodyList Empty = new();

    public ImmutableSortedDictionary<int, Body> All { get; init; } = ImmutableSortedDictionary<int, Body>.Empty;

    /// <summary>The number of the next body.</summary>
    public BodyId Next { get; init; } = BodyId.Assembly;

    /// <summary>Keeps a number for a body that a motion proposes.</summary>
    public BodyList Reserve(BodyId id) => this with { Next = new(Math.Max(Next.Value, id.Value + 1)) };

    public Body? Find(BodyId id) => All.GetValueOrDefault(id.Value);

    public Body? Council => All.Values.FirstOrDefault(body => body is { Kind: BodyKind.Council, Dissolved: false });

    public static BodyList Evolve(BodyList bodies, Entry entry) => entry switch
    {
        BodyCreated created => bodies.Reserve(created.Body) with { All = bodies.All.Add(created.Body.Value, new(created.Body, created.Kind, created.Name)) },
        BodyDissolved dissolved => bodies with { All = bodies.All.SetItem(dissolved.Body.Value, bodies.All[dissolved.Body.Value] with { Dissolved = true }) },
        MemberAssigned assigned => bodies.Change(assigned.Body, people => people.Add(assigned.Person)),
        MemberReleased released => bodies.Change(released.Body, people => people.Remove(released.Person)),
        _ => bodies,
    };

    private BodyList Change(BodyId id, Func<ImmutableHashSet<PersonId>, ImmutableHashSet<PersonId>> change) =>
        this with { All = All.SetItem(id.Value, All[id.Value] with { People = change(All[id.Value].People) }) };
}

/// <summary>Decides the making of bodies and who is on their rolls.</summary>
public static class BodiesDecider
{
    /// <param name="belongs">Whether somebody is a member now.</param>
    public static Decision Decide(BodyAct act, BodyList bodies, Func<PersonId, bool> belongs) => act switch
    {
        CreateBody create => Create(create, bodies),
        AssignToBody assign when Flaw(assign.Body, bodies) is { } flaw => flaw,
        AssignToBody assign when !belongs(assign.Person) => BodiesRefusals.NotMember,
        AssignToBody assign => bodies.Find(assign.Body)!.People.Contains(assign.Person) ? BodiesRefusals.AlreadyIn : new MemberAssigned(assign.Body, assign.Person),
        ReleaseFromBody release when Flaw(release.Body, bodies) is { } flaw => flaw,
        ReleaseFromBody release => bodies.Find(release.Body)!.People.Contains(release.Person) ? new MemberReleased(release.Body, release.Person) : BodiesRefusals.NotIn,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Refusal? Flaw(BodyId id, BodyList bodies) => bodies.Find(id) switch
    {
        null => (Refusal)BodiesRefusals.Unknown,
        { Kind: var kind } => kind.HasRoll() ? null : (Refusal)BodiesRefusals.NoRoll,
    };

    private static Decision Create(CreateBody act, BodyList bodies)
    {
        if (act.Kind == BodyKind.Assembly || (act.Kind.IsSingle() && bodies.All.Values.Any(body => body.Kind == act.Kind))) return BodiesRefusals.OnlyOne;
        if (act.Kind is BodyKind.Sector or BodyKind.Shift or BodyKind.AuditCommission && act.Name is null) return BodiesRefusals.NameNeeded;
        var id = act.Id ?? bodies.Next;
        return bodies.Find(id) is null ? new BodyCreated(id, act.Kind, act.Name) : BodiesRefusals.OnlyOne;
    }
}
