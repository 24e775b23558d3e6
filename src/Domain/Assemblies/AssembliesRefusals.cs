namespace Autogestion.Domain.Assemblies;

/// <summary>Why an act about a sitting is refused, in order of precedence.</summary>
public static class AssembliesRefusals
{
    /// <summary>No assembly has that number.</summary>
    public static readonly RefusalCode Unknown = new("assembly.unknown");

    /// <summary>It is over, or was never held.</summary>
    public static readonly RefusalCode Over = new("assembly.over");

    /// <summary>It has not opened.</summary>
    public static readonly RefusalCode NotOpen = new("assembly.not-open");

    /// <summary>It has opened already.</summary>
    public static readonly RefusalCode AlreadyOpen = new("assembly.already-open");

    /// <summary>It is in recess.</summary>
    public static readonly RefusalCode InRecess = new("assembly.in-recess");

    /// <summary>It is not in recess.</summary>
    public static readonly RefusalCode NotInRecess = new("assembly.not-in-recess");

    // Petitions

    /// <summary>No petition has that number, or an assembly that it called has opened.</summary>
    public static readonly RefusalCode UnknownPetition = new("assembly.unknown-petition");

    /// <summary>That person has signed it.</summary>
    public static readonly RefusalCode AlreadySigned = new("assembly.already-signed");

    /// <summary>Only those who signed can call it.</summary>
    public static readonly RefusalCode NotSigner = new("assembly.not-signer");

    /// <summary>That person has called an assembly with it, which is still to be held.</summary>
    public static readonly RefusalCode AlreadyCalled = new("assembly.already-called");

    /// <summary>It has too few signatures.</summary>
    public static readonly RefusalCode TooFewSignatures = new("assembly.too-few-signatures");

    /// <summary>Whoever convenes still has time to call it.</summary>
    public static readonly RefusalCode ConvenersTurn = new("assembly.conveners-turn");

    // The notice

    /// <summary>No body has that number.</summary>
    public static readonly RefusalCode UnknownBody = new("assembly.unknown-body");

    /// <summary>That kind of sitting is not one of that body.</summary>
    public static readonly RefusalCode WrongKind = new("assembly.wrong-kind");

    /// <summary>The agenda is empty or too long.</summary>
    public static readonly RefusalCode BadAgenda = new("assembly.bad-agenda");

    /// <summary>Nobody is entitled in that body.</summary>
    public static readonly RefusalCode NobodyEntitled = new("assembly.nobody-entitled");

    /// <summary>Another body decides that matter.</summary>
    public static readonly RefusalCode OtherBody = new("assembly.other-body");

    /// <summary>The law reserves that matter to a formal assembly.</summary>
    public static readonly RefusalCode ReservedMatter = new("assembly.reserved-matter");

    /// <summary>The notice comes too late for that day.</summary>
    public static readonly RefusalCode NoticeTooShort = new("assembly.notice-too-short");

    /// <summary>The notice comes too early for that day.</summary>
    public static readonly RefusalCode NoticeTooLong = new("assembly.notice-too-long");

    // In the room

    /// <summary>Check-in begins two hours before the first call.</summary>
    public static readonly RefusalCode TooEarly = new("assembly.too-early");

    /// <summary>That person has no voice here.</summary>
    public static readonly RefusalCode NoVoice = new("assembly.no-voice");

    /// <summary>That person is not on the list.</summary>
    public static readonly RefusalCode NotIn = new("assembly.not-in");

    /// <summary>Only those present and entitled can do that.</summary>
    public static readonly RefusalCode NotPresentAndEntitled = new("assembly.not-present-and-entitled");

    /// <summary>That person is on the list already.</summary>
    public static readonly RefusalCode AlreadyIn = new("assembly.already-in");

    /// <summary>Somebody has said so already.</summary>
    public static readonly RefusalCode AlreadyContested = new("assembly.already-contested");

    /// <summary>The notice has no such call.</summary>
    public static readonly RefusalCode UnknownCall = new("assembly.unknown-call");

    /// <summary>The hour of that call has not come.</summary>
    public static readonly RefusalCode CallTooEarly = new("assembly.call-too-early");

    /// <summary>That call was made, or the next one is due already.</summary>
    public static readonly RefusalCode CallPassed = new("assembly.call-passed");

    /// <summary>The quorum rests on people whom the one who opens has written in by hand: somebody else must write them in, or open.</summary>
    public static readonly RefusalCode SecondPersonNeeded = new("assembly.second-person-needed");

    /// <summary>The agenda has no such item.</summary>
    public static readonly RefusalCode UnknownItem = new("assembly.unknown-item");

    /// <summary>That item is not the one being dealt with.</summary>
    public static readonly RefusalCode ItemNotTaken = new("assembly.item-not-taken");

    /// <summary>A vote is open.</summary>
    public static readonly RefusalCode VoteIsOpen = new("assembly.vote-is-open");

    /// <summary>A count waits for its proclamation.</summary>
    public static readonly RefusalCode CountNotProclaimed = new("assembly.count-not-proclaimed");

    /// <summary>The recess ends too late, or in the past.</summary>
    public static readonly RefusalCode RecessTooLong = new("assembly.recess-too-long");

    /// <summary>The recess was fixed to a later hour.</summary>
    public static readonly RefusalCode RecessNotOver = new("assembly.recess-not-over");

    /// <summary>A motion that somebody backed waits for its vote, and there are enough in the room.</summary>
    public static readonly RefusalCode MotionsWaiting = new("assembly.motions-waiting");

    /// <summary>Nobody has been named to keep the minutes and sign them.</summary>
    public static readonly RefusalCode OfficersMissing = new("assembly.officers-missing");
}

/// <summary>Why an act about a motion or a vote is refused, in order of precedence.</summary>
public static class VotesRefusals
{
    /// <summary>No motion has that number in this assembly.</summary>
    public static readonly RefusalCode UnknownMotion = new("motion.unknown");

    /// <summary>The motion has been voted or withdrawn.</summary>
    public static readonly RefusalCode Settled = new("motion.settled");

    /// <summary>That change is not one a motion can make.</summary>
    public static readonly RefusalCode NotAnEffect = new("motion.not-an-effect");

    /// <summary>The effect belongs to another matter than the item, and may not come up off the agenda.</summary>
    public static readonly RefusalCode OffAgenda = new("motion.off-agenda");

    /// <summary>Another body decides the matter of that effect.</summary>
    public static readonly RefusalCode OtherBody = new("motion.other-body");

    /// <summary>The law reserves the matter of that effect to a formal assembly.</summary>
    public static readonly RefusalCode Reserved = new("motion.reserved");

    /// <summary>The motion is somebody else's.</summary>
    public static readonly RefusalCode NotMover = new("motion.not-mover");

    /// <summary>One cannot back one's own motion, or back it twice.</summary>
    public static readonly RefusalCode CannotSecond = new("motion.cannot-second");

    /// <summary>The norms ask for a second before a vote.</summary>
    public static readonly RefusalCode NotSeconded = new("motion.not-seconded");

    /// <summary>The law wants this vote secret.</summary>
    public static readonly RefusalCode SecrecyDemanded = new("vote.secrecy-demanded");

    /// <summary>That question cannot be put on that motion, or not in that way.</summary>
    public static readonly RefusalCode WrongQuestion = new("vote.wrong-question");

    /// <summary>No vote is open on that motion.</summary>
    public static readonly RefusalCode NotOpen = new("vote.not-open");

    /// <summary>It has not been counted.</summary>
    public static readonly RefusalCode NotCounted = new("vote.not-counted");

    /// <summary>That person may not vote on what singles him or her out.</summary>
    public static readonly RefusalCode Recused = new("vote.recused");

    /// <summary>That person came in after the vote was opened.</summary>
    public static readonly RefusalCode CameLater = new("vote.came-later");

    /// <summary>That person has voted.</summary>
    public static readonly RefusalCode AlreadyVoted = new("vote.already-voted");

    /// <summary>This vote is not taken that way.</summary>
    public static readonly RefusalCode WrongMethod = new("vote.wrong-method");

    /// <summary>The ballot does not say what the question asks.</summary>
    public static readonly RefusalCode WrongBallot = new("vote.wrong-ballot");

    /// <summary>For a day after a recovery one votes at the table.</summary>
    public static readonly RefusalCode RecentRecovery = new("vote.recent-recovery");

    /// <summary>Nobody chairs, counts or signs on what singles him or her out.</summary>
    public static readonly RefusalCode OfficerRecused = new("vote.officer-recused");

    /// <summary>The motion does not single out the chair.</summary>
    public static readonly RefusalCode ChairNotSingledOut = new("vote.chair-not-singled-out");

    /// <summary>Whoever entered the count, or the choices of others, does not proclaim it.</summary>
    public static readonly RefusalCode SecondPersonNeeded = new("vote.second-person-needed");

    /// <summary>Somebody in the room has not voted, and there has been little time.</summary>
    public static readonly RefusalCode StillVoting = new("vote.still-voting");

    /// <summary>Heads in the room and the attendance list disagree.</summary>
    public static readonly RefusalCode HeadCountDiffers = new("vote.head-count-differs");

    /// <summary>Two different tellers of this sitting must have counted.</summary>
    public static readonly RefusalCode TwoTellers = new("vote.two-tellers");

    /// <summary>More ballots than people entitled in the room, or a number below zero.</summary>
    public static readonly RefusalCode CountImpossible = new("vote.count-impossible");

    /// <summary>There is no tie that one voice would break, or the rules do not let the chair, who must be entitled, decide it.</summary>
    public static readonly RefusalCode NoCastingVote = new("vote.no-casting-vote");
}

/// <summary>Why an act about minutes is refused, in order of precedence.</summary>
public static class MinutesRefusals
{
    /// <summary>The assembly is not closed.</summary>
    public static readonly RefusalCode NotClosed = new("minutes.not-closed");

    /// <summary>They were drawn up: what is missing goes into an observation or the next minutes.</summary>
    public static readonly RefusalCode AlreadyDrawnUp = new("minutes.already-drawn-up");

    /// <summary>They have not been drawn up.</summary>
    public static readonly RefusalCode NotDrawnUp = new("minutes.not-drawn-up");

    /// <summary>That person is not one of those who sign.</summary>
    public static readonly RefusalCode NotSigner = new("minutes.not-signer");

    /// <summary>That person has signed.</summary>
    public static readonly RefusalCode AlreadySigned = new("minutes.already-signed");

    /// <summary>They were approved.</summary>
    public static readonly RefusalCode AlreadyApproved = new("minutes.already-approved");
}
