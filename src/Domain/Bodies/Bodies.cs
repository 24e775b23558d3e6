namespace Autogestion.Domain.Bodies;

/// <summary>What kind of body: the assembly is the first and makes the others.</summary>
public enum BodyKind
{
    Assembly,
    Council,
    AuditCommission,
    Sector,
}

/// <summary>A body was made.</summary>
/// <param name="Name">As people call it; null for the assembly and the council, which have their own words.</param>
[Named("body.created"), SeenBy(Audience.Public)]
public sealed record BodyCreated(BodyId Body, BodyKind Kind, Text? Name) : Entry;

/// <summary>An act about bodies.</summary>
public abstract record BodyAct : Act;

/// <summary>Make a body: effect of a resolution.</summary>
/// <param name="Id">Reserved when the motion is tabled, so that later items can name the body.</param>
[Named("body.create"), OnMatter(Matter.CreateBody), Accepts(Source.Resolution)]
public sealed record CreateBody(BodyKind Kind, Text? Name = null, BodyId? Id = null) : BodyAct;

/// <summary>Why an act about bodies is refused, in order of precedence.</summary>
public static class BodiesRefusals
{
    /// <summary>There is one assembly and at most one council.</summary>
    public static readonly RefusalCode OnlyOne = new("body.only-one");

    /// <summary>A sector or commission needs a name.</summary>
    public static readonly RefusalCode NameNeeded = new("body.name-needed");
}

/// <summary>A body of the collective. Its members are the roll (assembly) or the holders of its posts (all others).</summary>
public sealed record Body(BodyId Id, BodyKind Kind, Text? Name);

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

    public Body? Council => All.Values.FirstOrDefault(body => body.Kind == BodyKind.Council);

    public static BodyList Evolve(BodyList bodies, Entry entry) => entry switch
    {
        BodyCreated created => bodies.Reserve(created.Body) with { All = bodies.All.Add(created.Body.Value, new(created.Body, created.Kind, created.Name)) },
        _ => bodies,
    };
}

/// <summary>Decides the making of bodies.</summary>
public static class BodiesDecider
{
    public static Decision Decide(BodyAct act, BodyList bodies) => act switch
    {
        CreateBody create => Create(create, bodies),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Create(CreateBody act, BodyList bodies)
    {
        if (act.Kind == BodyKind.Assembly || (act.Kind == BodyKind.Council && bodies.Council is not null)) return BodiesRefusals.OnlyOne;
        if (act.Kind is BodyKind.Sector or BodyKind.AuditCommission && act.Name is null) return BodiesRefusals.NameNeeded;
        var id = act.Id ?? bodies.Next;
        return bodies.Find(id) is null ? new BodyCreated(id, act.Kind, act.Name) : BodiesRefusals.OnlyOne;
    }
}
