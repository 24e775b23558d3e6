namespace Autogestion.Domain.Assemblies.Floor;

/// <summary>Somebody who waits for the floor.</summary>
/// <param name="Order">In the order of asking.</param>
public sealed record FloorRequest(PersonId Person, FloorList List, Instant At, int Order);

/// <summary>A turn at speaking.</summary>
/// <param name="Person">Nobody's id for a guest.</param>
/// <param name="To">Null while it lasts.</param>
public sealed record Turn(PersonId Person, FloorList List, int? Item, Instant From, Instant? To, bool OutOfTurn);

/// <summary>A point of order, from the raising to the assembly's word.</summary>
public sealed record PointOfOrder(int Number, PersonId By, Text Words, int? Item, Instant At)
{
    public PersonId? RuledBy { get; init; }

    public PointOfOrderRuled? Ruling { get; init; }

    public PersonId? AppealedBy { get; init; }

    public AppealDecided? Appeal { get; init; }

    public bool WaitsForAppeal => AppealedBy is not null && Appeal is null;
}

/// <summary>How speakers follow one another.</summary>
/// <param name="Order">AsAsked, FirstTimeFirst (on the item) or FewestTurns (in the sitting).</param>
/// <param name="Alternate">Two lists take turns as long as somebody waits on each.</param>
public sealed record FloorRules(string Order, bool Alternate);

/// <summary>Who speaks, who waits, who spoke.</summary>
public sealed record SpeakersList
{
    public static readonly SpeakersList Empty = new();

    /// <summary>Those who wait, in the order of asking.</summary>
    public ImmutableArray<FloorRequest> Waiting { get; init; } = [];

    public ImmutableList<Turn> Turns { get; init; } = [];

    /// <summary>Whether the list of the present item is closed.</summary>
    public bool Closed { get; init; }

    /// <summary>Minutes of each turn as the chair set them; null where the rules say.</summary>
    public int? Minutes { get; init; }

    public ImmutableArray<PointOfOrder> Points { get; init; } = [];

    private int Asked { get; init; }

    public Turn? Speaking => Turns is [.., { To: null } last] ? last : null;

    public PointOfOrder? Point(int number) => number >= 1 && number <= Points.Length ? Points[number - 1] : null;

    /// <summary>Those who wait, the next one first, if nobody else asks: by the list whose turn it is, by how often each has spoken, by who asked first.</summary>
    public ImmutableArray<FloorRequest> InOrder(FloorRules rules, int? item)
    {
        var spoken = Turns.Where(turn => rules.Order == "FewestTurns" || turn.Item == item).CountBy(turn => turn.Person).ToDictionary();
        int Rank(PersonId person) => rules.Order switch
        {
            "AsAsked" => 0,
            "FirstTimeFirst" => Math.Min(1, spoken.GetValueOrDefault(person)),
            _ => spoken.GetValueOrDefault(person),
        };
        var left = Waiting.OrderBy(request => Rank(request.Person)).ThenBy(request => request.Order).ToList();
        if (!rules.Alternate) return [.. left];
        var ordered = ImmutableArray.CreateBuilder<FloorRequest>(left.Count);
        var last = Turns.LastOrDefault(turn => turn.Item == item)?.List;
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(request => last is not null && request.List != last) ?? left[0];
            left.Remove(next);
            ordered.Add(next);
            last = next.List;
        }
        return ordered.MoveToImmutable();
    }

    /// <summary>Another item: what was said on the last one is said, and its list is gone.</summary>
    public SpeakersList NewItem(Instant at) => End(at) with { Waiting = [], Closed = false };

    /// <summary>Whoever speaks has spoken.</summary>
    public SpeakersList End(Instant at) => Speaking is { } turn ? this with { Turns = Turns.SetItem(Turns.Count - 1, turn with { To = at }) } : this;

    /// <summary>Somebody went out of the room.</summary>
    public SpeakersList Without(PersonId person, Instant at) =>
        (Speaking?.Person == person ? End(at) : this) with { Waiting = Waiting.RemoveAll(request => request.Person == person) };

    /// <param name="item">The item being dealt with.</param>
    public static SpeakersList Evolve(SpeakersList list, Entry entry, Stamp stamp, int? item) => entry switch
    {
        FloorAsked asked => list with { Waiting = list.Waiting.Add(new(asked.Person, asked.List, stamp.Entered, list.Asked)), Asked = list.Asked + 1 },
        SpeakersListLeft left => list with { Waiting = list.Waiting.RemoveAll(request => request.Person == left.Person) },
        FloorGiven given => list.End(stamp.Entered) is var ended
            ? ended with { Waiting = ended.Waiting.RemoveAll(request => request.Person == given.Person), Turns = ended.Turns.Add(new(given.Person, given.List, item, stamp.Entered, null, given.OutOfTurn)) }
            : list,
        TurnEnded => list.End(stamp.Entered),
        SpeakersListClosed => list with { Closed = true },
        SpeakersListOpened => list with { Closed = false },
        SpeakingTimeSet set => list with { Minutes = set.Minutes },
        PointOfOrderRaised raised => list with { Points = list.Points.Add(new(raised.Number, stamp.Actor, raised.Words, item, stamp.Entered)) },
        PointOfOrderRuled ruled => list.Change(ruled.Number, point => point with { Ruling = ruled, RuledBy = stamp.Actor }),
        RulingAppealed appealed => list.Change(appealed.Number, point => point with { AppealedBy = stamp.Actor }),
        AppealDecided decided => list.Change(decided.Number, point => point with { Appeal = decided }),
        _ => list,
    };

    private SpeakersList Change(int number, Func<PointOfOrder, PointOfOrder> change) =>
        this with { Points = [.. Points.Select(point => point.Number == number ? change(point) : point)] };
}
