namespace Autogestion.Domain.Assemblies.Presence;

/// <summary>One member's voice in the hands of another, for one sitting.</summary>
/// <param name="EnteredBy">Who wrote it: the member, or who entered the paper.</param>
/// <param name="OnPaper">It came on paper and counts once <paramref name="ConfirmedBy"/> has signed too.</param>
public sealed record Proxy(PersonId Person, PersonId Holder, Instant At, PersonId EnteredBy, bool OnPaper, PersonId? ConfirmedBy = null)
{
    public bool Counts => !OnPaper || ConfirmedBy is not null;
}

/// <summary>Who is represented in a sitting, who was counted so, and who else is there.</summary>
public sealed record ProxyBook
{
    public static readonly ProxyBook Empty = new();

    /// <summary>Proxies that stand, by who gave them.</summary>
    public ImmutableDictionary<PersonId, Proxy> Given { get; init; } = ImmutableDictionary<PersonId, Proxy>.Empty;

    /// <summary>Who was counted as represented at the opening.</summary>
    public ImmutableArray<PersonId> AtOpening { get; init; } = [];

    /// <summary>Who was counted as represented as each vote opened.</summary>
    public ImmutableDictionary<int, ImmutableArray<PersonId>> AtVote { get; init; } = ImmutableDictionary<int, ImmutableArray<PersonId>>.Empty;

    /// <summary>Invited people in the room, who have a voice.</summary>
    public int Guests { get; init; }

    /// <summary>Who was there, in person or represented, when the first recess began; null before that.</summary>
    public ImmutableHashSet<PersonId>? FirstSitting { get; init; }

    public Proxy? Of(PersonId person) => Given.GetValueOrDefault(person);

    /// <summary>Proxies that somebody holds, those on paper among them that wait for a second signature.</summary>
    public IEnumerable<Proxy> HeldBy(PersonId holder) => Given.Values.Where(proxy => proxy.Holder == holder);

    public ImmutableArray<PersonId> CountedFor(MotionId motion) => AtVote.GetValueOrDefault(motion.Value, []);

    public static ProxyBook Evolve(ProxyBook book, Entry entry, Stamp stamp) => entry switch
    {
        ProxyGiven given => book.With(new(given.Person, given.Holder, stamp.Entered, stamp.Actor, false)),
        PaperProxyEntered entered => book.With(new(entered.Person, entered.Holder, stamp.Entered, stamp.Actor, true)),
        PaperProxyConfirmed confirmed => book.With(book.Given[confirmed.Person] with { ConfirmedBy = stamp.Actor }),
        ProxyRevoked revoked => book with { Given = book.Given.Remove(revoked.Person) },
        ProxiesCounted { Motion: { } motion } counted => book with { AtVote = book.AtVote.SetItem(motion.Value, counted.Represented) },
        ProxiesCounted counted => book with { AtOpening = counted.Represented },
        GuestsNoted noted => book with { Guests = noted.Guests },
        _ => book,
    };

    private ProxyBook With(Proxy proxy) => this with { Given = Given.SetItem(proxy.Person, proxy) };
}
