using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

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
}

/// <summary>A vote on a motion.</summary>
/// <param name="Roll">How many were entitled when it was opened.</param>
/// <param name="Voters">Who was in the room then and may vote on it: nobody else does, or more would vote than were counted.</param>
/// <param name="Ballots">Open ballots, by person; empty for hands and papers.</param>
/// <param name="ByHand">Ballots that somebody entered for the person: who did.</param>
public sealed record Vote(
    VoteMethod Method, int Present, int Roll, ImmutableArray<PersonId> Recused, ImmutableHashSet<PersonId> Voters, Threshold Majority, Cited Rule, Instant OpenedAt,
    ImmutableDictionary<PersonId, Choice> Ballots, ImmutableDictionary<PersonId, PersonId> ByHand)
{
    /// <summary>Who entered what the tellers counted; null where the count was computed from the ballots.</summary>
    public PersonId? CountedBy { get; init; }

    public Count? Count { get; init; }

    public ImmutableArray<PersonId> Tellers { get; init; } = [];

    /// <summary>Whether the result rests on what this person wrote for others.</summary>
    public bool IsWorkOf(PersonId person) => CountedBy == person || ByHand.Any(entered => entered.Value == person && entered.Key != person);

    public int Of(Choice choice) => Ballots.Values.Count(ballot => ballot == choice);
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

    /// <summary>Petitioners called it, not whoever convenes: they name who serves in it.</summary>
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

    public ImmutableArray<MinutesNoteWritten> Notes { get; init; } = [];

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

    /// <summary>How many are entitled and in the room.</summary>
    public int Present => InRoom.Keys.Count(Roll.Contains);

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
        CalledByMembers = noticed.Petition is not null && recorded.Stamp.Authority is Authority.Membership,
    };

    public static Assembly Evolve(Assembly assembly, Recorded recorded) => recorded.Entry switch
    {
        NoticePosted posted => assembly with { PostedAt = assembly.PostedAt.Add(posted.Where) },
        CheckedIn checkedIn => assembly.ComeIn(checkedIn, recorded.Stamp),
        CheckedOut checkedOut => assembly.GoOut(checkedOut.Person, recorded.Stamp.Entered),
        CheckInContested contested => assembly.ChangeStay(contested.Person, stay => stay with { Contested = true }),
        CallFailed failed => assembly with { FailedCalls = assembly.FailedCalls.Add(failed) },
        AssemblyLapsed => assembly with { Phase = AssemblyPhase.Lapsed, ClosedAt = recorded.Stamp.Entered },
        AssemblyOpened opened => assembly with { Phase = AssemblyPhase.Open, Opening = opened, OpenedAt = recorded.Stamp.Entered, Roll = [.. opened.Roll] },
        ItemTaken taken => assembly with { ItemsTaken = assembly.ItemsTaken.Add(taken.Item) },
        MotionTabled tabled => assembly.With(new(
            tabled.Motion, tabled.Item, recorded.Stamp.Actor, tabled.Words, tabled.Matter, tabled.Effect, tabled.From, tabled.AsConsequence, tabled.Warnings, recorded.Stamp.Entered)),
        MotionSeconded seconded => assembly.Change(seconded.Motion, motion => motion with { SecondedBy = recorded.Stamp.Actor }),
        MotionWithdrawn withdrawn => assembly.Change(withdrawn.Motion, motion => motion with { Phase = MotionPhase.Withdrawn }),
        VoteOpened opened => assembly.Change(opened.Motion, motion => motion with
        {
            Phase = MotionPhase.Voting,
            Vote = new(
                opened.Method, opened.Present, opened.Roll, opened.Recused, [.. assembly.InRoom.Keys.Where(assembly.Roll.Contains).Except(opened.Recused)],
                opened.Majority, opened.Rule, recorded.Stamp.Entered, ImmutableDictionary<PersonId, Choice>.Empty, ImmutableDictionary<PersonId, PersonId>.Empty),
        }),
        BallotCast cast => assembly.Change(cast.Motion, motion => motion with
        {
            Vote = motion.Vote! with
            {
                Ballots = motion.Vote.Ballots.SetItem(cast.Person, cast.Choice),
                ByHand = cast.ByHand ? motion.Vote.ByHand.SetItem(cast.Person, recorded.Stamp.Actor) : motion.Vote.ByHand,
            },
        }),
        VoteCounted counted => assembly.Change(counted.Motion, motion => motion with
        {
            Phase = MotionPhase.Counted,
            Vote = motion.Vote! with { Count = counted.Count, Tellers = counted.Tellers, CountedBy = counted.Tellers.IsEmpty ? null : recorded.Stamp.Actor },
        }),
        ResultProclaimed proclaimed => assembly.Change(proclaimed.Motion, motion => motion with { Phase = proclaimed.Carried ? MotionPhase.Carried : MotionPhase.Lost, Sum = proclaimed.Sum }),
        ResolutionAdopted adopted => assembly.Change(adopted.Motion, motion => motion with { Resolution = adopted.Resolution }),
        Recessed recessed => assembly with { Phase = AssemblyPhase.InRecess, Recesses = assembly.Recesses.Add(recessed) },
        Resumed => assembly with { Phase = AssemblyPhase.Open },
        MinutesNoteWritten note => assembly with { Notes = assembly.Notes.Add(note) },
        AssemblyClosed closed => assembly.GoOutAll(recorded.Stamp.Entered) with { Phase = AssemblyPhase.Closed, ClosedAt = recorded.Stamp.Entered, Signers = closed.Signers },
        _ => assembly,
    };

    private Assembly ComeIn(CheckedIn entry, Stamp stamp) => this with
    {
        InRoom = InRoom.SetItem(entry.Person, Stays.Count),
        Stays = Stays.Add(new(entry.Person, stamp.Entered, null, entry.Means, stamp.Actor)),
    };

    private Assembly GoOut(PersonId person, Instant at) =>
        ChangeStay(person, stay => stay with { Out = at }) with { InRoom = InRoom.Remove(person) };

    private Assembly GoOutAll(Instant at) => InRoom.Keys.Aggregate(this, (assembly, person) => assembly.GoOut(person, at));

    private Assembly ChangeStay(PersonId person, Func<Stay, Stay> change) => InRoom.TryGetValue(person, out var index)
        ? this with { Stays = Stays.SetItem(index, change(Stays[index])) }
        : this;

    private Assembly Change(MotionId id, Func<Motion, Motion> change) => With(change(Motions[id.Value]));

    private Assembly With(Motion motion) => this with { Motions = Motions.SetItem(motion.Id.Value, motion) };
}
