using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>Where a sitting stands.</summary>
public enum AssemblyPhase
{
    Noticed,
    Open,
    InRecess,
    Closed,
    Lapsed,
}

/// <summary>One stay of a person in the room.</summary>
/// <param name="EnteredBy">Who wrote the check-in.</param>
public sealed record Stay(PersonId Person, Instant In, Instant? Out, CheckInMeans Means, PersonId EnteredBy, bool Contested = false);

/// <summary>Where a motion stands.</summary>
public enum MotionPhase
{
    Tabled,
    Voting,
    Counted,
    Carried,
    Lost,
    Withdrawn,

    /// <summary>The sitting was closed by the rules before the vote was.</summary>
    Undecided,

    /// <summary>An amendment that the mover accepted.</summary>
    Accepted,

    /// <summary>Gone into another motion.</summary>
    Merged,

    /// <summary>Referred or postponed: it comes back by itself.</summary>
    Referred,
}

/// <summary>A motion on the floor.</summary>
public sealed record Motion(
    MotionId Id, int Item, PersonId Mover, Text Words, Matter Matter, Act? Effect, EffectFrom From, bool AsConsequence, ImmutableArray<string> Warnings, Instant TabledAt)
{
    public MotionPhase Phase { get; init; }

    public PersonId? SecondedBy { get; init; }

    public Vote? Vote { get; init; }

    public Sum? Sum { get; init; }

    public ResolutionId? Resolution { get; init; }

    /// <summary>Proposed and standing candidates, for a motion that fills a post; in the order in which they came.</summary>
    public ImmutableArray<Candidacy> Candidates { get; init; } = [];

    /// <summary>The result, for a motion that fills a post.</summary>
    public ElectionProclaimed? Election { get; init; }

    /// <summary>The vote in which it was put against others, kept with the motion under which they were put.</summary>
    public Vote? Contest { get; init; }

    /// <summary>Which of them was chosen.</summary>
    public ChoiceProclaimed? Choice { get; init; }
}

/// <summary>A sitting of a body with all that happens in it: the fold of its own entries and of nothing else.</summary>
public sealed record Assembly
{
    public required AssemblyId Id { get; init; }

    public required BodyId Body { get; init; }

    public required AssemblyKind Kind { get; init; }

    public required Text Place { get; init; }

    public required ImmutableArray<NoticedCall> Calls { get; init; }

    public required ImmutableArray<AgendaItem> Agenda { get; init; }

    /// <summary>The version of the statutes that governs it.</summary>
    public required int StatutesVersion { get; init; }

    public required Instant NoticedAt { get; init; }

    public required PersonId NoticedBy { get; init; }

    /// <summary>Position of the notice in the book.</summary>
    public required long Position { get; init; }

    public required int RollAtNotice { get; init; }

    public PetitionId? Petition { get; init; }

    /// <summary>What it was called upon, where that was neither the common way nor a petition.</summary>
    public CalledUpon? Upon { get; init; }

    /// <summary>Petitioners, an auditor or everybody together called it, not whoever convenes: they name who serves in it.</summary>
    public bool CalledByMembers { get; init; }

    public AssemblyPhase Phase { get; init; }

    public ImmutableArray<Text> PostedAt { get; init; } = [];

    /// <summary>Those in the room, each with the index of the stay.</summary>
    public ImmutableDictionary<PersonId, int> InRoom { get; init; } = ImmutableDictionary<PersonId, int>.Empty;

    /// <summary>Every stay there was, in the order of coming in.</summary>
    public ImmutableList<Stay> Stays { get; init; } = [];

    public ImmutableArray<CallFailed> FailedCalls { get; init; } = [];

    public AssemblyOpened? Opening { get; init; }

    public Instant? OpenedAt { get; init; }

    /// <summary>Who has voice and vote, frozen at the opening.</summary>
    public ImmutableHashSet<PersonId> Roll { get; init; } = [];

    public ImmutableArray<int> ItemsTaken { get; init; } = [];

    public ImmutableSortedDictionary<int, Motion> Motions { get; init; } = ImmutableSortedDictionary<int, Motion>.Empty;

    public ImmutableArray<Recessed> Recesses { get; init; } = [];

    /// <summary>Who is represented, and who else is there.</summary>
    public ProxyBook Presence { get; init; } = ProxyBook.Empty;

    /// <summary>Who speaks and who waits.</summary>
    public SpeakersList Floor { get; init; } = SpeakersList.Empty;

    /// <summary>What is proposed about the motions.</summary>
    public MotionChanges Changes { get; init; } = MotionChanges.Empty;

    public ImmutableArray<MinutesNoteWritten> Notes { get; init; } = [];

    /// <summary>Reasons written beside votes.</summary>
    public ImmutableArray<DissentRecorded> Dissents { get; init; } = [];

    public Instant? ClosedAt { get; init; }

    public ImmutableArray<PersonId> Signers { get; init; } = [];

    /// <summary>Formal: the law's notice and calls.</summary>
    public bool IsFormal => Kind is AssemblyKind.Ordinary or AssemblyKind.Extraordinary or AssemblyKind.Session;

    public bool IsOver => Phase is AssemblyPhase.Closed or AssemblyPhase.Lapsed;

    /// <summary>The item being dealt with.</summary>
    public int? CurrentItem => ItemsTaken is [.., var last] ? last : null;

    /// <summary>The motion whose vote is open or whose count waits for the proclamation.</summary>
    public Motion? InVote => Motions.Values.FirstOrDefault(motion => motion.Phase is MotionPhase.Voting or MotionPhase.Counted);

    public Motion? Find(MotionId id) => Motions.GetValueOrDefault(id.Value);

    public AgendaItem? Item(int number) => number >= 1 && number <= Agenda.Length ? Agenda[number - 1] : null;

    /// <summary>Entitled and in the room.</summary>
    public bool IsPresentAndEntitled(PersonId person) => Roll.Contains(person) && InRoom.ContainsKey(person);

    /// <summary>Entitled and in the room, or in the hands of somebody who is.</summary>
    public bool IsCounted(PersonId person) => IsPresentAndEntitled(person) || (Presence.Of(person) is not null && Represented(Roll).Contains(person));

    /// <summary>Heads that can be counted in the room: entitled, and there in person.</summary>
    public int Heads => InRoom.Count(stay => Roll.Contains(stay.Key) && Stays[stay.Value].Means != CheckInMeans.Remote);

    /// <summary>How many are present for the quorum: entitled and in the room, from afar, or represented.</summary>
    public int Present => InRoom.Keys.Count(Roll.Contains) + Represented(Roll).Length;

    /// <summary>Entitled people who are not in the room and whose proxy is held by somebody entitled who is.</summary>
    /// <param name="roll">Who is entitled: before the opening it is not frozen yet.</param>
    /// <param name="without">Holders who do not count, because they are recused.</param>
    public ImmutableArray<PersonId> Represented(IReadOnlySet<PersonId> roll, ImmutableArray<PersonId> without = default) => Presence.Given.IsEmpty ? [] :
    [
        .. Presence.Given.Values.Where(proxy => proxy.Counts && roll.Contains(proxy.Person) && !InRoom.ContainsKey(proxy.Person)
                && roll.Contains(proxy.Holder) && InRoom.ContainsKey(proxy.Holder) && (without.IsDefault || !without.Contains(proxy.Holder)))
            .OrderBy(proxy => proxy.At).ThenBy(proxy => proxy.Person.Value).Select(proxy => proxy.Person),
    ];

    public static Assembly Begin(AssemblyNoticed noticed, Recorded recorded) => new()
    {
        Id = noticed.Assembly,
        Body = noticed.Body,
        Kind = noticed.Kind,
        Place = noticed.Place,
        Calls = noticed.Calls,
        Agenda = noticed.Agenda,
        StatutesVersion = noticed.StatutesVersion,
        NoticedAt = recorded.Stamp.Entered,
        NoticedBy = recorded.Stamp.Actor,
        Position = recorded.Position,
        RollAtNotice = noticed.Roll,
        Petition = noticed.Petition,
        Upon = noticed.Upon,
        CalledByMembers = noticed.Upon is CalledUpon.Everybody or CalledUpon.OverdueOrdinary or CalledUpon.Demand { ByAuditor: true }
            || (noticed.Petition is not null && recorded.Stamp.Authority is Authority.Membership),
    };

    public static Assembly Evolve(Assembly assembly, Recorded recorded) => recorded.Entry switch
    {
        AgendaItemAdded added => assembly with { Agenda = assembly.Agenda.Add(added.Item) },
        NoticePosted posted => assembly with { PostedAt = assembly.PostedAt.Add(posted.Where) },
        CheckedIn checkedIn => assembly.ComeIn(checkedIn, recorded.Stamp),
        CheckedOut checkedOut => assembly.GoOut(checkedOut.Person, recorded.Stamp.Entered),
        RoomCleared => assembly.GoOutAll(recorded.Stamp.Entered),
        PresenceEntry presence => assembly with { Presence = ProxyBook.Evolve(assembly.Presence, presence, recorded.Stamp) },
        FloorEntry floor => assembly with { Floor = SpeakersList.Evolve(assembly.Floor, floor, recorded.Stamp, assembly.CurrentItem) },
        AmendingEntry amending => assembly.Amend(amending) with { Changes = MotionChanges.Evolve(assembly.Changes, amending, recorded.Stamp, assembly) },
        CheckInContested contested => assembly.ChangeStay(contested.Person, stay => stay with { Contested = true }),
        CallFailed failed => assembly with { FailedCalls = assembly.FailedCalls.Add(failed) },
        AssemblyLapsed => assembly with { Phase = AssemblyPhase.Lapsed, ClosedAt = recorded.Stamp.Entered },
        AssemblyOpened opened => assembly with { Phase = AssemblyPhase.Open, Opening = opened, OpenedAt = recorded.Stamp.Entered, Roll = [.. opened.Roll] },
        ItemTaken taken => assembly with { ItemsTaken = assembly.ItemsTaken.Add(taken.Item), Floor = assembly.Floor.NewItem(recorded.Stamp.Entered) },
        MotionTabled tabled => assembly.With(new(
            tabled.Motion, tabled.Item, recorded.Stamp.Actor, tabled.Words, tabled.Matter, tabled.Effect, tabled.From, tabled.AsConsequence, tabled.Warnings, recorded.Stamp.Entered)),
        MotionSeconded seconded => assembly.Change(seconded.Motion, motion => motion with { SecondedBy = recorded.Stamp.Actor }),
        MotionWithdrawn withdrawn => assembly.Settle(withdrawn.Motion, MotionPhase.Withdrawn),
        VoteOpened opened => (assembly with { Floor = assembly.Floor.End(recorded.Stamp.Entered) }).Change(opened.Motion, motion => motion with
        {
            Phase = MotionPhase.Voting,
            Vote = new(
                opened.Method, opened.Present, opened.Roll, opened.Recused, [.. assembly.InRoom.Keys.Where(assembly.Roll.Contains).Concat(assembly.Presence.CountedFor(opened.Motion)).Except(opened.Recused)],
                opened.Majority, opened.Rule, recorded.Stamp.Entered, ImmutableDictionary<PersonId, Ballot>.Empty, ImmutableDictionary<PersonId, PersonId>.Empty)
            {
                Question = opened.Question ?? Question.YesNo,
                Ways = [opened.Method, .. opened.Also ?? []],
                Secret = opened.Method == VoteMethod.Secret ? new() : null,
            },
        }),
        EnvelopeKeyAnnounced or EnvelopeGiven or DrawingEnded or PapersHandedIn or CastingClosed or BoxEmptied =>
            assembly.InVote is { Vote: { } vote } inVote ? assembly.With(inVote with { Vote = SecretVote.Evolve(vote, recorded) }) : assembly,
        BoxLost lost => assembly.Change(lost.Motion, motion => motion with { Phase = MotionPhase.Tabled, Vote = null }),
        BallotCast cast => assembly.Change(cast.Motion, motion => motion with { Vote = VoteFold.Cast(motion.Vote!, cast, recorded.Stamp) }),
        VoteCounted counted => assembly.Change(counted.Motion, motion => motion with { Phase = MotionPhase.Counted, Vote = VoteFold.Counted(motion.Vote!, counted, recorded.Stamp) }),
        ChoiceProclaimed choice => assembly with { Motions = assembly.Motions.SetItems(VoteFold.Chosen(assembly, choice).Select(motion => KeyValuePair.Create(motion.Id.Value, motion))) },
        IOnMotion entry => assembly.Change(entry.Motion, motion => VoteFold.Evolve(motion, recorded)),
        ResultProclaimed proclaimed => assembly.Change(proclaimed.Motion, motion => motion with { Sum = proclaimed.Sum }).Settle(proclaimed.Motion, proclaimed.Carried ? MotionPhase.Carried : MotionPhase.Lost),
        ResolutionAdopted adopted => assembly.Change(adopted.Motion, motion => motion with { Resolution = adopted.Resolution }),
        Recessed recessed => assembly with
        {
            Phase = AssemblyPhase.InRecess,
            Recesses = assembly.Recesses.Add(recessed),
            Floor = assembly.Floor.End(recorded.Stamp.Entered),
            Presence = assembly.Presence with { FirstSitting = assembly.Presence.FirstSitting ?? [.. assembly.Stays.Select(stay => stay.Person), .. assembly.Represented(assembly.Roll)] },
        },
        Resumed => assembly with { Phase = AssemblyPhase.Open },
        MinutesNoteWritten note => assembly with { Notes = assembly.Notes.Add(note) },
        DissentRecorded dissent => assembly with { Dissents = assembly.Dissents.Add(dissent) },
        AssemblyClosed closed => assembly.GoOutAll(recorded.Stamp.Entered) with { Phase = AssemblyPhase.Closed, ClosedAt = recorded.Stamp.Entered, Signers = closed.Signers },
        AssemblyLeftOpen left => left.Undecided.Aggregate(assembly.GoOutAll(recorded.Stamp.Entered), (whole, motion) => whole.Change(motion, one => one with { Phase = MotionPhase.Undecided })) with
        {
            Phase = AssemblyPhase.Closed,
            ClosedAt = recorded.Stamp.Entered,
            Signers = left.Signers,
        },
        _ => assembly,
    };

    private Assembly ComeIn(CheckedIn entry, Stamp stamp) => this with
    {
        InRoom = InRoom.SetItem(entry.Person, Stays.Count),
        Stays = Stays.Add(new(entry.Person, stamp.Entered, null, entry.Means, stamp.Actor)),
    };

    private Assembly GoOut(PersonId person, Instant at) =>
        ChangeStay(person, stay => stay with { Out = at }) with { InRoom = InRoom.Remove(person), Floor = Floor.Without(person, at) };

    private Assembly GoOutAll(Instant at) => InRoom.Keys.Aggregate(this, (assembly, person) => assembly.GoOut(person, at));

    private Assembly ChangeStay(PersonId person, Func<Stay, Stay> change) => InRoom.TryGetValue(person, out var index)
        ? this with { Stays = Stays.SetItem(index, change(Stays[index])) }
        : this;

    private Assembly Amend(AmendingEntry entry) => entry switch
    {
        MotionAmended { Accepted: true } amended => Reword(amended.Motion, amended.Words, amended.Effect).Settle(amended.Amendment, MotionPhase.Accepted),
        MotionAmended amended => Reword(amended.Motion, amended.Words, amended.Effect),
        MotionsMerged merged => Reword(merged.Keeps, merged.Words, Motions[merged.Keeps.Value].Effect ?? Motions[merged.Gives.Value].Effect).Settle(merged.Gives, MotionPhase.Merged),
        MotionReferred referred => Settle(referred.Motion, MotionPhase.Referred),
        _ => this,
    };

    private Assembly Reword(MotionId id, Text words, Act? effect) => Change(id, motion => motion with { Words = words, Effect = effect ?? motion.Effect });

    // What was proposed about a motion falls with it.
    private Assembly Settle(MotionId id, MotionPhase phase) => Changes.Proposed(id)
        .Aggregate(Change(id, motion => motion with { Phase = phase }), (assembly, proposed) => assembly.Change(proposed, motion => motion.Phase == MotionPhase.Tabled ? motion with { Phase = MotionPhase.Withdrawn } : motion));

    internal Assembly Change(MotionId id, Func<Motion, Motion> change) => With(change(Motions[id.Value]));

    private Assembly With(Motion motion) => this with { Motions = Motions.SetItem(motion.Id.Value, motion) };
}
