using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>What kind of sitting. Ordinary and extraordinary are formal: the law's notice, calls and books.</summary>
public enum AssemblyKind
{
    Ordinary,
    Extraordinary,
    Weekly,
    Shift,

    /// <summary>A meeting of the council or of another body.</summary>
    Session,
}

/// <summary>A call as the notice states it.</summary>
/// <param name="Number">1 for the first.</param>
public sealed record NoticedCall(int Number, Instant At, Quorum Quorum);

/// <summary>One item of an agenda.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Title">As written by whoever convened; null for items that come back by themselves.</param>
/// <param name="About">The resolution that comes back: overdue, blocked or to be ratified.</param>
/// <param name="ToRatify">A reserved matter in an internal assembly: what it decides waits for a formal one.</param>
/// <param name="Came">What put it there by itself, if nobody who convened did.</param>
public sealed record AgendaItem(int Number, Text? Title, Matter Matter, ResolutionId? About = null, bool ToRatify = false, Came? Came = null);

/// <summary>An assembly was called: the notice, with its frozen agenda and the version of the statutes that governs it.</summary>
/// <param name="Roll">How many are entitled at the notice.</param>
/// <param name="Petition">The petition that called it, if one did.</param>
/// <param name="Upon">What else it was called upon, where it was neither convened in the common way nor petitioned.</param>
[Named("assembly.noticed", Version = 2), SeenBy(Audience.Public)]
public sealed record AssemblyNoticed(
    AssemblyId Assembly, BodyId Body, AssemblyKind Kind, Text Place, ImmutableArray<NoticedCall> Calls, ImmutableArray<AgendaItem> Agenda, int StatutesVersion, int Roll, PetitionId? Petition,
    CalledUpon? Upon = null)
    : Entry, IInAssembly;

/// <summary>The notice was put up or delivered.</summary>
[Named("assembly.notice-posted"), SeenBy(Audience.Public)]
public sealed record NoticePosted(AssemblyId Assembly, Text Where) : Entry, IInAssembly;

/// <summary>How somebody came onto the attendance list.</summary>
public enum CheckInMeans
{
    OwnPhone,

    /// <summary>Entered by the secretary: listed live, contestable, counted apart.</summary>
    ByHand,

    /// <summary>From afar, where the rules allow it: not among the heads in the room.</summary>
    Remote,
}

/// <summary>Somebody came in.</summary>
[Named("assembly.checked-in"), SeenBy(Audience.Members)]
public sealed record CheckedIn(AssemblyId Assembly, PersonId Person, CheckInMeans Means) : Entry, IInAssembly;

/// <summary>Somebody went out.</summary>
[Named("assembly.checked-out"), SeenBy(Audience.Members)]
public sealed record CheckedOut(AssemblyId Assembly, PersonId Person) : Entry, IInAssembly;

/// <summary>Somebody in the room says that this person is not here.</summary>
[Named("assembly.check-in-contested"), SeenBy(Audience.Members)]
public sealed record CheckInContested(AssemblyId Assembly, PersonId Person) : Entry, IInAssembly;

/// <summary>A call was made and its quorum was not there: a fact, not a refusal.</summary>
[Named("assembly.call-failed"), SeenBy(Audience.Public)]
public sealed record CallFailed(AssemblyId Assembly, int Call, int Present, int Needed, int Roll) : Entry, IInAssembly;

/// <summary>No call was left, or nobody opened it in time: this assembly will not be held.</summary>
[Named("assembly.lapsed"), SeenBy(Audience.Public)]
public sealed record AssemblyLapsed(AssemblyId Assembly) : Entry, IInAssembly;

/// <summary>The assembly opened under a call whose quorum was there; the roll is frozen.</summary>
/// <param name="Roll">Who has voice and vote, by member's number.</param>
[Named("assembly.opened"), SeenBy(Audience.Members)]
public sealed record AssemblyOpened(AssemblyId Assembly, int Call, int Present, int Needed, ImmutableArray<PersonId> Roll) : Entry, IInAssembly;

/// <summary>An item was taken up.</summary>
[Named("assembly.item-taken"), SeenBy(Audience.Members)]
public sealed record ItemTaken(AssemblyId Assembly, int Item) : Entry, IInAssembly;

/// <summary>A motion was tabled.</summary>
/// <param name="Matter">That of its effect, or of the item.</param>
/// <param name="AsConsequence">The effect is off the agenda and arises from the item.</param>
/// <param name="Warnings">Codes of what would stand in the way of the effect today, as if earlier items had carried.</param>
[Named("assembly.motion-tabled"), SeenBy(Audience.Members)]
public sealed record MotionTabled(
    AssemblyId Assembly, int Item, MotionId Motion, Text Words, Matter Matter, Act? Effect, EffectFrom From, bool AsConsequence, ImmutableArray<string> Warnings)
    : Entry, IInAssembly;

/// <summary>A second person backs the motion.</summary>
[Named("assembly.motion-seconded"), SeenBy(Audience.Members)]
public sealed record MotionSeconded(AssemblyId Assembly, MotionId Motion) : Entry, IInAssembly;

/// <summary>Whoever tabled it took it back.</summary>
[Named("assembly.motion-withdrawn"), SeenBy(Audience.Members)]
public sealed record MotionWithdrawn(AssemblyId Assembly, MotionId Motion) : Entry, IInAssembly;

/// <summary>Ways to vote. All are equal.</summary>
public enum VoteMethod
{
    /// <summary>Hands, counted by two tellers.</summary>
    ShowOfHands,

    /// <summary>Each is called by name and answers aloud.</summary>
    RollCall,

    /// <summary>Each on the own phone, openly; who has none is entered by the secretary.</summary>
    OwnPhone,

    /// <summary>Papers, counted by two tellers: nobody's choice is written down.</summary>
    Paper,

    /// <summary>In secret, on phones in two steps and on paper at the same time: who cast what is known to nobody.</summary>
    Secret,
}

/// <summary>A vote was opened, after the head count was confirmed.</summary>
/// <param name="Present">Entitled people in the room.</param>
/// <param name="Roll">How many are entitled now: those of the opening, less who has since left or been suspended.</param>
/// <param name="Recused">Those in the room who may not vote on this.</param>
/// <param name="Majority">The majority it takes, as the version in force at the notice says.</param>
/// <param name="Rule">Where that is said.</param>
/// <param name="Question">What it asks; null for yes or no on the motion.</param>
/// <param name="Also">Further ways in which this same vote is taken.</param>
[Named("assembly.vote-opened", Version = 2), SeenBy(Audience.Members)]
public sealed record VoteOpened(
    AssemblyId Assembly, MotionId Motion, VoteMethod Method, int Present, int Roll, ImmutableArray<PersonId> Recused, Threshold Majority, Cited Rule,
    Question? Question = null, ImmutableArray<VoteMethod>? Also = null)
    : Entry, IInAssembly;

/// <summary>At a vote there were too few in the room: nothing is voted until there are enough.</summary>
[Named("assembly.quorum-lost"), SeenBy(Audience.Members)]
public sealed record QuorumLost(AssemblyId Assembly, MotionId Motion, int Present, int Needed) : Entry, IInAssembly;

/// <summary>Somebody voted openly.</summary>
/// <param name="ByHand">Entered by the secretary or a teller for the person, who said it aloud.</param>
[Named("assembly.ballot-cast", Version = 2), SeenBy(Audience.Members)]
public sealed record BallotCast(AssemblyId Assembly, MotionId Motion, PersonId Person, Ballot Ballot, bool ByHand) : Entry, IInAssembly;

/// <summary>The vote was counted: by two tellers, or computed from the ballots.</summary>
[Named("assembly.vote-counted"), SeenBy(Audience.Members)]
public sealed record VoteCounted(AssemblyId Assembly, MotionId Motion, Count Count, ImmutableArray<PersonId> Tellers) : Entry, IInAssembly;

/// <summary>The chair proclaimed the result, with the sum that makes it.</summary>
/// <param name="CastingVote">What the chair decided on a tie, where the rules let the chair.</param>
[Named("assembly.result-proclaimed"), SeenBy(Audience.Members)]
public sealed record ResultProclaimed(AssemblyId Assembly, MotionId Motion, Sum Sum, bool Carried, Choice? CastingVote) : Entry, IInAssembly;

/// <summary>The assembly went into recess, to a fixed day, hour and place.</summary>
[Named("assembly.recessed"), SeenBy(Audience.Public)]
public sealed record Recessed(AssemblyId Assembly, Instant Until, Text Place) : Entry, IInAssembly;

/// <summary>The assembly went on.</summary>
[Named("assembly.resumed"), SeenBy(Audience.Members)]
public sealed record Resumed(AssemblyId Assembly) : Entry, IInAssembly;

/// <summary>The assembly was closed.</summary>
/// <param name="Signers">Who must sign the minutes.</param>
[Named("assembly.closed"), SeenBy(Audience.Public)]
public sealed record AssemblyClosed(AssemblyId Assembly, ImmutableArray<PersonId> Signers) : Entry, IInAssembly;

/// <summary>Nobody closed the assembly in time: it was closed by the rules.</summary>
/// <param name="Signers">Who must sign the minutes.</param>
/// <param name="Undecided">Motions whose vote was open or whose count waited: they are not decided.</param>
[Named("assembly.left-open"), SeenBy(Audience.Public)]
public sealed record AssemblyLeftOpen(AssemblyId Assembly, ImmutableArray<PersonId> Signers, ImmutableArray<MotionId> Undecided) : Entry, IInAssembly;
