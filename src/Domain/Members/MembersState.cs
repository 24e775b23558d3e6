namespace Autogestion.Domain.Members;

/// <summary>A change of standing, kept so that the roster of any date can be drawn up.</summary>
/// <param name="Until">Last day of the trial or suspension.</param>
public sealed record StandingSince(Instant From, Standing Standing, LocalDate? Until = null);

/// <summary>A code that was made out, or the use of one.</summary>
/// <param name="By">Who made it out; the person itself where it was used.</param>
/// <param name="Until">How long it holds; null where it was used.</param>
public sealed record WayIn(Instant At, PersonId By, Instant? Until);

/// <summary>Somebody the collective knows.</summary>
/// <param name="Number">Member's number; null until admitted.</param>
public sealed record Person(PersonId Id, int? Number, string Commitment, ImmutableArray<StandingSince> History)
{
    /// <summary>What the person wrote when applying, if anything.</summary>
    public Text? Letter { get; init; }

    /// <summary>Why the person is no longer a member; null for all others.</summary>
    public DepartureReason? Reason { get; init; }

    /// <summary>Every number there was, with the moment it was given: whoever leaves and comes back gets another.</summary>
    public ImmutableArray<(Instant From, int Number)> Numbers { get; init; } = [];

    /// <summary>Codes made out for this person, and each time somebody came in with one, in order.</summary>
    public ImmutableArray<WayIn> WaysIn { get; init; } = [];

    /// <summary>The number at a moment; null before the first.</summary>
    public int? NumberOn(Instant when) => Numbers.LastOrDefault(number => number.From <= when) is { Number: > 0 } given ? given.Number : null;

    /// <summary>The standing last written; a suspension may have ended since.</summary>
    public Standing Standing => History[^1].Standing;

    /// <summary>Last day of the trial or suspension last written, if it has one.</summary>
    public LocalDate? Until => History[^1].Until;

    /// <summary>The standing before the one last written, leaving out suspensions; null where there is none.</summary>
    public Standing? Before
    {
        get
        {
            var last = History.Length - 2;
            while (last >= 0 && History[last].Standing == Standing.Suspended) last--;
            return last < 0 ? null : History[last].Standing;
        }
    }

    /// <summary>The standing on a moment; null before the person was known.</summary>
    public Standing? On(Instant when, DateTimeZone zone)
    {
        var last = History.Length - 1;
        while (last >= 0 && History[last].From > when) last--;
        if (last < 0) return null;
        // A suspension that is over gives back what was before it, however many there were.
        while (History[last] is { Standing: Standing.Suspended, Until: { } until } && when.InZone(zone).Date > until) last--;
        return History[last].Standing;
    }

    internal Person Now(Standing standing, Instant from, LocalDate? until = null) =>
        this with { History = History.Add(new(from, standing, until)) };
}

/// <summary>Everybody the collective knows, and who is entitled.</summary>
public sealed record Roster
{
    public static readonly Roster Empty = new();

    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    /// <summary>The next member's number.</summary>
    public int NextNumber { get; init; } = 1;

    /// <summary>Recoveries with one signature, and whose it is.</summary>
    public ImmutableDictionary<PersonId, PersonId> Recoveries { get; init; } = ImmutableDictionary<PersonId, PersonId>.Empty;

    /// <summary>Who got a new way in, and when: for a day they vote at the table.</summary>
    public ImmutableDictionary<PersonId, Instant> RecoveredAt { get; init; } = ImmutableDictionary<PersonId, Instant>.Empty;

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public Person? Find(PersonId person) => People.GetValueOrDefault(person);

    public Standing? StandingOf(PersonId person, Instant when) => Find(person)?.On(when, Zone);

    /// <summary>Has voice and vote at that moment.</summary>
    public bool Votes(PersonId person, Instant when) => StandingOf(person, when) == Standing.Member;

    /// <summary>May be in the room and speak at that moment.</summary>
    public bool Speaks(PersonId person, Instant when) =>
        StandingOf(person, when) is Standing.Member or Standing.VoiceOnly or Standing.OnTrial or Standing.Candidate;

    /// <summary>Belongs to the collective at that moment, whatever the present rights.</summary>
    public bool Belongs(PersonId person, Instant when) =>
        StandingOf(person, when) is Standing.Member or Standing.VoiceOnly or Standing.Suspended;

    /// <summary>Belonged at the first moment and has not left between the two, not even to come back.</summary>
    public bool BelongedThrough(PersonId person, Instant from, Instant to) =>
        Belongs(person, from) && !Find(person)!.History.Any(change => change.Standing == Standing.Departed && change.From > from && change.From <= to);

    /// <summary>All who have voice and vote at that moment, in the order of their numbers: the roll.</summary>
    public ImmutableArray<PersonId> Voters(Instant when) =>
        [.. People.Values.Where(person => person.On(when, Zone) == Standing.Member).OrderBy(person => person.Number).Select(person => person.Id)];

    public static Roster Evolve(Roster roster, Entry entry, Stamp stamp) => entry switch
    {
        Applied applied => roster.Apply(applied, stamp.Entered),
        TrialBegun trial => roster.Change(trial.Person, person => person.Now(Standing.OnTrial, stamp.Entered, trial.Until)),
        Admitted admitted => roster.Admit(admitted, stamp.Entered),
        VoiceOnlySet set => roster.Change(set.Person, person => person.Now(set.VoiceOnly ? Standing.VoiceOnly : Standing.Member, stamp.Entered)),
        Suspended suspended => roster.Change(suspended.Person, person => person.Now(Standing.Suspended, stamp.Entered, suspended.Until)),
        Departed departed => roster.Change(departed.Person, person => person.Now(Standing.Departed, stamp.Entered) with { Reason = departed.Reason }),
        Reinstated back => roster.Change(back.Person, person => person.Now(person.Before ?? Standing.Member, stamp.Entered) with { Reason = null }),
        RecoveryProposed proposed => roster with { Recoveries = roster.Recoveries.SetItem(proposed.Person, stamp.Actor) },
        RecoveryConfirmed confirmed => roster with
        {
            Recoveries = roster.Recoveries.Remove(confirmed.Person),
            RecoveredAt = roster.RecoveredAt.SetItem(confirmed.Person, stamp.Entered),
        },
        Invited invited => roster.Change(invited.Person, person => person with { WaysIn = person.WaysIn.Add(new(stamp.Entered, stamp.Actor, invited.Until)) }),
        CameIn came => roster.Change(came.Person, person => person with { WaysIn = person.WaysIn.Add(new(stamp.Entered, came.Person, null)) }),
        _ => roster,
    };

    // Whoever comes back begins again as a candidate; what he or she was before stays on the roster of those days.
    private Roster Apply(Applied applied, Instant at) => With((Find(applied.Person) ?? new Person(applied.Person, null, applied.Commitment, [])).Now(Standing.Candidate, at) with
    {
        Number = null,
        Commitment = applied.Commitment,
        Letter = applied.Letter,
    });

    private Roster Admit(Admitted admitted, Instant at)
    {
        var person = Find(admitted.Person) ?? new Person(admitted.Person, null, admitted.Commitment, []);
        return With(person.Now(Standing.Member, at) with { Number = admitted.Number, Numbers = person.Numbers.Add((at, admitted.Number)) }) with { NextNumber = admitted.Number + 1 };
    }

    private Roster With(Person person) => this with { People = People.SetItem(person.Id, person) };

    private Roster Change(PersonId id, Func<Person, Person> change) => With(change(People[id]));
}
