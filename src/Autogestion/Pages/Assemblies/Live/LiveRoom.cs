using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Pages.Assemblies.Voting;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>
/// One sitting as one person sees it now: the model of every partial in this folder. The page draws them all; afterwards each
/// arrives by itself as a server-sent event that is named like the partial. Read <see cref="Texts"/> first, then
/// <see cref="Of"/>.
/// </summary>
public sealed record LiveRoom
{
    /// <summary>The partials that follow the sitting, which are also the names of their events.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["_LiveHall", "_LiveMe", "_LiveFloor", "_LiveTalk", "_LiveProxies", "_LiveAgenda", "_LiveList", "_LiveOfficers"];

    /// <summary>What only a screen on the wall follows.</summary>
    public static IReadOnlyList<string> Boards { get; } = ["_LiveBoard"];

    public required Visit Visit { get; init; }

    public required Assembly Assembly { get; init; }

    public required Words Words { get; init; }

    public required Abilities May { get; init; }

    public required Attendance Attendance { get; init; }

    /// <summary>The rules in force when the notice was issued, which govern the sitting.</summary>
    public required StatuteBook Rules { get; init; }

    public required ImmutableArray<Mandate> Officers { get; init; }

    /// <summary>How the room looks to this visitor at this moment.</summary>
    public static LiveRoom Of(Visit visit, Assembly assembly, Words words)
    {
        var now = assembly.IsOver ? assembly : visit.State.AsOf(assembly, visit.Now);
        return new()
        {
            Visit = visit,
            Assembly = now,
            Words = words,
            May = now.IsOver ? Abilities.None : Abilities.Of(visit, now.Id),
            Attendance = Attendance.Of(visit, now),
            Rules = visit.State.StatuteVersions[now.StatutesVersion],
            Officers = [.. visit.State.Posts.Officers(now.Id)],
        };
    }

    /// <summary>Every text that the partials show.</summary>
    public static IEnumerable<Text?> Texts(Visit visit, Assembly assembly) =>
    [
        assembly.Place,
        AssemblyWords.NameOf(assembly.Body, visit),
        .. assembly.Agenda.Select(item => AssemblyWords.TextOf(item, visit)),
        .. assembly.Motions.Values.SelectMany(motion => Effects.EffectWords.Texts(motion.Effect, visit).Prepend(motion.Words)),
        .. assembly.Recesses.Select(recess => recess.Place),
        .. assembly.Notes.Select(note => note.Words),
        .. Talk.Texts(assembly),
        .. assembly.Changes.Amendments.Values.SelectMany(amendment => Effects.EffectWords.Texts(amendment.Effect, visit)),
        .. assembly.Changes.Referrals.Values.Select(referral => referral.To is { } to ? AssemblyWords.NameOf(to, visit) : null),
        .. assembly.Motions.Values.SelectMany(motion => motion.Vote?.Objections ?? []).SelectMany(objection => new[] { objection.Reason, objection.Resolution }),
        .. AssemblyWords.GroundTexts(visit),
    ];

    public string Book => Visit.Book.Id.Value;

    /// <summary>Where the forms of the room are sent.</summary>
    public string Here => $"/c/{Book}/assemblies/{Assembly.Id}";

    /// <summary>Where the form of one handler is sent.</summary>
    public string To(string handler) => $"{Here}?handler={handler}";

    /// <summary>How often anybody came in or went out: what forms about people in the room depend on.</summary>
    public int Moves => (2 * Assembly.Stays.Count) - Assembly.InRoom.Count;

    /// <summary>How often the visitor came in.</summary>
    public int MyStays => Assembly.Stays.Count(stay => stay.Person == Me);

    /// <summary>The id of the act of one form.</summary>
    /// <param name="state">The state of what the form is about: another state is another act.</param>
    public Guid Act(string handler, params IEnumerable<object?> state) => ActIds.Of(Assembly.NoticedAt, [Book, Assembly.Id, Me, handler, .. state]);

    /// <summary>A form of one button.</summary>
    public ActButton Button(string handler, object? state, string words, string style, params (string Name, object Value)[] hidden) =>
        new(Act(handler, [state, .. hidden.Select(one => one.Value)]), To(handler), words, style, hidden);

    public AssemblyWords Say(Reader reader) => new(reader, Visit, Words);

    public PersonId? Me => Visit.Viewer.Person;

    /// <summary>Whether the visitor is in the room.</summary>
    public bool IsHere => Me is { } me && Assembly.InRoom.ContainsKey(me);

    /// <summary>Whether the visitor votes in this sitting.</summary>
    public bool IsEntitled => Me is { } me && Attendance.RollOf(Visit, Assembly).Contains(me);

    public bool ListIsOpen => !Assembly.IsOver && Visit.Now >= Assembly.Calls[0].At - RoomDecider.ListOpens;

    /// <summary>The call that can be declared now, or the next that will come; null once opened or when none is left.</summary>
    public NoticedCall? NextCall => Assembly.Phase != AssemblyPhase.Noticed
        ? null
        : Assembly.Calls.LastOrDefault(call => call.At <= Visit.Now && Left(call)) ?? Assembly.Calls.FirstOrDefault(call => call.At > Visit.Now && Left(call));

    /// <summary>People needed in the room now: for the next call, or to vote on what is being dealt with.</summary>
    public int Needed => Assembly.Phase == AssemblyPhase.Noticed
        ? NextCall is { } call ? RoomDecider.Needed(call, Attendance.Roll) : 0
        : VoteDecider.QuorumNow(Assembly, InVote?.Matter ?? (CurrentItem?.Matter ?? Matter.General), Rules);

    /// <summary>The item being dealt with.</summary>
    public AgendaItem? CurrentItem => Assembly.CurrentItem is { } number ? Assembly.Item(number) : null;

    /// <summary>The motion in vote, or counted and waiting for the proclamation.</summary>
    public Motion? InVote => Assembly.InVote;

    /// <summary>Motions of the item being dealt with: the one in vote, those that wait in the order of tabling, then what was decided.</summary>
    public IEnumerable<Motion> OnTheFloor => Assembly.Motions.Values
        .Where(motion => motion.Item == Assembly.CurrentItem && motion.Phase is not (MotionPhase.Withdrawn or MotionPhase.Accepted or MotionPhase.Merged))
        .OrderByDescending(motion => motion.Phase is MotionPhase.Voting or MotionPhase.Counted).ThenByDescending(motion => motion.Phase == MotionPhase.Tabled).ThenBy(motion => motion.Phase == MotionPhase.Tabled ? (Assembly.Changes.About(motion.Id) ?? motion.Id).Value : -motion.Id.Value)
        // What is voted first stands first: whether to put off, amendments, the motion.
        .ThenBy(motion => Assembly.Changes.Referral(motion.Id) is not null ? 0 : Assembly.Changes.Amendment(motion.Id) is not null ? 1 : 2).ThenBy(motion => motion.Id.Value);

    /// <summary>The motion whose result everybody is looking at: the last proclaimed, while no other is in vote.</summary>
    public MotionId? LastProclaimed => InVote is not null ? null : OnTheFloor.Where(motion => motion.Sum is not null).MaxBy(motion => motion.Vote!.OpenedAt)?.Id;

    /// <summary>What the visitor said in an open vote.</summary>
    public Ballot? MyBallot(Motion motion) =>
        Me is { } me && motion.Vote!.Ballots.TryGetValue(me, out var ballot) ? ballot : null;

    /// <summary>What the options of a motion's vote are called.</summary>
    public OptionWords Options(Reader reader, Motion motion) => new(reader, Say(reader), Visit, Assembly, (motion.Contest ?? motion.Vote!).Question);

    /// <summary>People who can be proposed for the post that a motion fills.</summary>
    public IEnumerable<(string Value, string Words)> Proposable(Motion motion) => Visit.State.Roster.Voters(Visit.Now)
        .Where(person => motion.Candidates.All(candidate => candidate.Person != person)).Select(person => ($"{person}", Visit.NameOf(person))).OrderBy(person => person.Item2, StringComparer.Ordinal);

    /// <summary>An id for a form that may be sent again with other words.</summary>
    public Guid NewAct => Guid.NewGuid();

    /// <summary>Entitled people in the room who have not been heard in a vote by name.</summary>
    public IEnumerable<Attendee> StillToVote(Motion motion) => Attendance.Here.Where(attendee =>
        motion.Vote!.Voters.Contains(attendee.Person) && !motion.Vote.Ballots.ContainsKey(attendee.Person));

    /// <summary>Whether the visitor can vote on the motion in vote: was in the room when it was opened, and may.</summary>
    public bool MayVoteOn(Motion motion) => Me is { } me && motion.Vote!.Voters.Contains(me) && Assembly.IsPresentAndEntitled(me);

    /// <summary>Until when a vote by ballots waits for those who have not voted; null when it can be closed now.</summary>
    public Instant? WaitsUntil(Motion motion) =>
        motion.Vote!.OpenedAt + VoteDecider.TimeToVote is var until && Visit.Now < until && StillToVote(motion).Any() ? until : null;

    /// <summary>Backed motions that still wait, with enough in the room to vote on them: the sitting is not closed over them.</summary>
    public int MotionsWaiting => Assembly.Motions.Values.Count(motion =>
        motion is { Phase: MotionPhase.Tabled, SecondedBy: not null } && Assembly.Present >= VoteDecider.QuorumNow(Assembly, motion.Matter, Rules));

    /// <summary>Who serves in a role.</summary>
    public IEnumerable<PersonId> Serving(SittingRole role) => Officers.Where(officer => officer.Role == role).Select(officer => officer.Person);

    /// <summary>Whether an undecided motion is about whoever chairs, and nobody stands in yet.</summary>
    public bool SinglesOutChair(Motion motion) => motion.Phase is MotionPhase.Tabled or MotionPhase.Voting or MotionPhase.Counted && Assembly.Phase == AssemblyPhase.Open
        && !Serving(SittingRole.StandIn).Any() && Serving(SittingRole.Chair).Any(Domain.Effects.Recused(motion, Visit.State, Visit.Now).Contains);

    /// <summary>The majority that a motion will take, before its vote is opened.</summary>
    public (Threshold Majority, Cited Rule) MajorityOf(Motion motion) =>
        motion.Vote is { } vote ? (vote.Majority, vote.Rule) : VoteDecider.MajorityFor(motion, Rules);

    /// <summary>Whether the law wants the vote on a motion secret.</summary>
    public bool MustBeSecret(Motion motion) => VoteDecider.Secrecy(motion, Assembly, Rules).Value.Value;

    /// <summary>What is still missing before the sitting can be closed: a secretary, and how many who sign.</summary>
    public (bool Secretary, int Signers) MissingToClose => (
        !Serving(SittingRole.Secretary).Any(),
        Math.Max(0, Rules.Rule(Domain.Statutes.Rules.MinutesSigners).Value.Value - Serving(SittingRole.Signer).Count()));

    /// <summary>Whether the norms ask that somebody backs a motion before its vote.</summary>
    public bool SecondingAsked => Rules.Rule(Domain.Statutes.Rules.Seconding).Value.Value;

    private bool Left(NoticedCall call) => !Assembly.FailedCalls.Any(failed => failed.Call >= call.Number);
}
