namespace Autogestion.Domain.Statutes;

/// <summary>The key of a rule: its stored name and, for a choice, its options.</summary>
public abstract record RuleKey(string Name, Type ValueType)
{
    /// <summary>For a <see cref="RuleValue.Choice"/>: what may be chosen; empty otherwise.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>
    /// For a rule that came after books had been written: what holds where the preset in a book does not speak of it, a default
    /// of the house. Null for the first rules, which every preset states. Once given it never changes, or old books would be decided otherwise.
    /// </summary>
    public RuleValue? Otherwise { get; init; }

    /// <summary>The rule of a preset that does not speak of it; null for the first rules.</summary>
    public PresetRule? OfTheHouse => Otherwise is { } value ? new(Name, value, new(BoundKind.Default), "", "", Mark.House) : null;

    /// <summary>Whether a value has the right shape for this key.</summary>
    public bool Fits(RuleValue value) => value.GetType() == ValueType && value switch
    {
        RuleValue.Choice choice => Options.Contains(choice.Value),
        RuleValue.Calls calls => calls.Value.Length is > 0 and <= 5 && calls.Value.All(IsCall),
        RuleValue.Allocation allocation => AllocationStep.Fit(allocation.Value),
        RuleValue.Limit limit => limit.Value.Amount >= 0 && limit.Value.Amount <= (limit.Value.Unit is TimeUnit.Years or TimeUnit.Months ? 1_200 : 10_000),
        RuleValue.Whole whole => whole.Value is >= 0 and <= 1_000_000,
        RuleValue.Share share => share.Value <= new Fraction(1, 1),
        RuleValue.Heads heads => IsQuorum(heads.Value) && heads.Value.Floor >= 1,
        RuleValue.Majority majority => majority.Value.Share <= new Fraction(1, 1) && majority.Value is { Floor: null or >= 0, Ceiling: null or >= 1 },
        _ => true,
    };

    private static bool IsCall(Call call) =>
        call.MinDelay is >= 0 and <= 100_000
        && (call.MaxDelay is not { } most || most >= call.MinDelay)
        && IsQuorum(call.Quorum);

    private static bool IsQuorum(Quorum quorum) =>
        quorum is { Absolute: null or >= 0, Floor: >= 0 } && (quorum.Share is not { } share || share <= new Fraction(1, 1));
}

/// <summary>A key whose value has a known type.</summary>
public sealed record RuleKey<T>(string Name) : RuleKey(Name, typeof(T))
    where T : RuleValue;

/// <summary>
/// Every rule that law, statutes or norms can set: the closed list. Rules are data: nothing here has a value, but for rules and
/// matters that came later, which say what holds in a book whose preset is older than they are.
/// </summary>
public static class Rules
{
    // Members
    public static readonly RuleKey<RuleValue.Whole> LeastMembers = new("members.least");
    public static readonly RuleKey<RuleValue.Limit> LongestTrial = new("members.trial-longest");
    public static readonly RuleKey<RuleValue.Limit> ResignationAnswer = new("members.resignation-answer");
    public static readonly RuleKey<RuleValue.Share> ExclusionsAYear = new("members.exclusions-a-year");
    public static readonly RuleKey<RuleValue.Limit> LongestSuspension = new("members.suspension-longest");

    // Sanctions
    public static readonly RuleKey<RuleValue.Choice> ProcedureFrom = new("sanctions.procedure-from")
    {
        Options = ["CallToAttention", "Warning", "Suspension", "Exclusion"],
        Otherwise = new RuleValue.Choice("Exclusion"),
    };

    public static readonly RuleKey<RuleValue.Limit> DefenceWithin = new("sanctions.defence-within") { Otherwise = new RuleValue.Limit(new(5, TimeUnit.Days)) };
    public static readonly RuleKey<RuleValue.Limit> ChargeDecidedWithin = new("sanctions.decided-within") { Otherwise = new RuleValue.Limit(new(60, TimeUnit.Days)) };
    public static readonly RuleKey<RuleValue.Switch> MediationFirst = new("sanctions.mediation-first") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Switch> Ladder = new("sanctions.ladder") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Choice> ExclusionEffect = new("sanctions.exclusion-effect")
    {
        Options = ["AtOnce", "AppealLapsed"],
        Otherwise = new RuleValue.Choice("AtOnce"),
    };

    public static readonly RuleKey<RuleValue.Limit> AppealDecidedWithin = new("sanctions.appeal-decided-within") { Otherwise = new RuleValue.Limit(new(2, TimeUnit.Months)) };
    public static readonly RuleKey<RuleValue.Choice> AppealSilence = new("sanctions.appeal-silence")
    {
        Options = ["StaysOpen", "Upheld"],
        Otherwise = new RuleValue.Choice("StaysOpen"),
    };

    // Calling an assembly
    public static readonly RuleKey<RuleValue.Limit> OrdinaryNotice = new("assembly.ordinary.notice");
    public static readonly RuleKey<RuleValue.Limit> OrdinaryNoticeMost = new("assembly.ordinary.notice-most");
    public static readonly RuleKey<RuleValue.Limit> ExtraordinaryNotice = new("assembly.extraordinary.notice");
    public static readonly RuleKey<RuleValue.Limit> ExtraordinaryNoticeMost = new("assembly.extraordinary.notice-most");
    public static readonly RuleKey<RuleValue.Limit> InternalNotice = new("assembly.internal.notice");
    public static readonly RuleKey<RuleValue.Limit> CouncilNotice = new("council.notice");
    public static readonly RuleKey<RuleValue.Calls> FormalCalls = new("assembly.formal.calls");
    public static readonly RuleKey<RuleValue.Calls> InternalCalls = new("assembly.internal.calls");
    public static readonly RuleKey<RuleValue.Calls> CouncilCalls = new("council.calls");
    public static readonly RuleKey<RuleValue.Limit> OrdinaryWithin = new("assembly.ordinary.within");
    public static readonly RuleKey<RuleValue.Heads> PetitionShare = new("assembly.petition-share");
    public static readonly RuleKey<RuleValue.Limit> PetitionHeldWithin = new("assembly.petition-held-within");
    public static readonly RuleKey<RuleValue.Heads> SelfConvening = new("assembly.self-convening");

    /// <summary>How many must ask for an item on an agenda.</summary>
    public static readonly RuleKey<RuleValue.Heads> ItemShare = new("assembly.item-share") { Otherwise = new RuleValue.Heads(new(new Fraction(1, 10))) };

    /// <summary>How long after the notice an item can still be asked for; 0 where it must be before.</summary>
    public static readonly RuleKey<RuleValue.Limit> ItemUntil = new("assembly.item-until") { Otherwise = new RuleValue.Limit(new(0, TimeUnit.Days)) };

    /// <summary>How long before the sitting such an addendum must be published.</summary>
    public static readonly RuleKey<RuleValue.Limit> AddendumBefore = new("assembly.item-addendum-before") { Otherwise = new RuleValue.Limit(new(1, TimeUnit.Days)) };

    /// <summary>Whether all members together may constitute themselves without notice.</summary>
    public static readonly RuleKey<RuleValue.Switch> Universal = new("assembly.universal") { Otherwise = new RuleValue.Switch(false) };

    /// <summary>Whether an auditor may call an assembly when whoever convenes does not.</summary>
    public static readonly RuleKey<RuleValue.Switch> AuditorCalls = new("auditor.calls") { Otherwise = new RuleValue.Switch(true) };

    /// <summary>How long those who convene have to answer an auditor's demand.</summary>
    public static readonly RuleKey<RuleValue.Limit> AuditorCallsAfter = new("auditor.calls-after") { Otherwise = new RuleValue.Limit(new(10, TimeUnit.Days)) };

    // Duties of the calendar; 0 where there is none

    /// <summary>How long before a formal assembly the authority must know of it.</summary>
    public static readonly RuleKey<RuleValue.Limit> NoticeToAuthority = new("calendar.notice-to-authority") { Otherwise = new RuleValue.Limit(new(0, TimeUnit.Days)) };

    /// <summary>How long before the ordinary assembly its documents must be with members and authority.</summary>
    public static readonly RuleKey<RuleValue.Limit> DocumentsBefore = new("calendar.documents-before") { Otherwise = new RuleValue.Limit(new(0, TimeUnit.Days)) };

    /// <summary>Within what time after a formal assembly its minutes and final documents go to the authority.</summary>
    public static readonly RuleKey<RuleValue.Limit> DocumentsAfter = new("calendar.documents-after") { Otherwise = new RuleValue.Limit(new(0, TimeUnit.Days)) };

    /// <summary>How often an audit report is due.</summary>
    public static readonly RuleKey<RuleValue.Limit> AuditReportEvery = new("calendar.audit-report-every") { Otherwise = new RuleValue.Limit(new(0, TimeUnit.Months)) };

    /// <summary>How often the council must meet.</summary>
    public static readonly RuleKey<RuleValue.Limit> CouncilMeetsEvery = new("calendar.council-meets-every") { Otherwise = new RuleValue.Limit(new(0, TimeUnit.Months)) };

    // Duty rosters

    /// <summary>How much of a turn counts as done for somebody with a good excuse.</summary>
    public static readonly RuleKey<RuleValue.Choice> ExcusedCounts = new("duty.excused-counts") { Options = ["Nothing", "Half", "Whole"], Otherwise = new RuleValue.Choice("Nothing") };

    // Work and its hours

    /// <summary>How long a person has to contest hours after they were written; then they are agreed. Single hours are kept for three months at most.</summary>
    public static readonly RuleKey<RuleValue.Limit> ContestWithin = new("work.contest-within") { Otherwise = new RuleValue.Limit(new(7, TimeUnit.Days)) };

    /// <summary>The longest turn there can be: whoever has not tapped out by then forgot.</summary>
    public static readonly RuleKey<RuleValue.Whole> LongestTurn = new("work.longest-turn-hours") { Otherwise = new RuleValue.Whole(16) };

    /// <summary>Above so many hours a week it is overtime: shown, never refused.</summary>
    public static readonly RuleKey<RuleValue.Whole> WeekHours = new("work.week-hours") { Otherwise = new RuleValue.Whole(48) };

    /// <summary>Whether turns of common duties that were done count as work.</summary>
    public static readonly RuleKey<RuleValue.Switch> GuardCounts = new("work.guard-counts") { Otherwise = new RuleValue.Switch(false) };

    /// <summary>What a limit to the labour of people who are no members is measured in.</summary>
    public static readonly RuleKey<RuleValue.Choice> OutsideMeasure = new("work.outside-measure") { Options = ["NoLimit", "Hours", "People"], Otherwise = new RuleValue.Choice("NoLimit") };

    /// <summary>That limit, as a part of what members work, or of how many they are: shown, never refused.</summary>
    public static readonly RuleKey<RuleValue.Share> OutsideMost = new("work.outside-most") { Otherwise = new RuleValue.Share(new Fraction(0, 1)) };

    /// <summary>Whether an absence of a kind counts as worked.</summary>
    public static RuleKey<RuleValue.Switch> AbsenceCounts(AbsenceKind kind) =>
        new($"work.absence.{kind}.counts") { Otherwise = new RuleValue.Switch(kind is AbsenceKind.Sick or AbsenceKind.Accident or AbsenceKind.Militancy or AbsenceKind.Stoppage) };

    // The mirror: where a sign begins to speak

    public static readonly RuleKey<RuleValue.Share> LeastAttendance = new("mirror.attendance-least") { Otherwise = new RuleValue.Share(Fraction.Half) };
    public static readonly RuleKey<RuleValue.Whole> AttendanceFalls = new("mirror.attendance-falls") { Otherwise = new RuleValue.Whole(3) };

    /// <summary>Posts to people who held them in three years, at most: two to three says one and a half people for each post.</summary>
    public static readonly RuleKey<RuleValue.Share> PostsToHolders = new("mirror.posts-to-holders") { Otherwise = new RuleValue.Share(Fraction.TwoThirds) };
    public static readonly RuleKey<RuleValue.Whole> SamePersonTerms = new("mirror.same-person-terms") { Otherwise = new RuleValue.Whole(2) };
    public static readonly RuleKey<RuleValue.Share> TopTenth = new("mirror.top-tenth") { Otherwise = new RuleValue.Share(new Fraction(2, 5)) };
    public static readonly RuleKey<RuleValue.Limit> MinutesTake = new("mirror.minutes-take") { Otherwise = new RuleValue.Limit(new(7, TimeUnit.Days)) };
    public static readonly RuleKey<RuleValue.Share> PastDue = new("mirror.past-due") { Otherwise = new RuleValue.Share(new Fraction(1, 5)) };
    public static readonly RuleKey<RuleValue.Whole> LeastGroup = new("mirror.least-group") { Otherwise = new RuleValue.Whole(5) };

    // In the room
    public static readonly RuleKey<RuleValue.Choice> QuorumAt = new("assembly.quorum-at") { Options = ["Opening", "EachVote"] };
    public static readonly RuleKey<RuleValue.Switch> Seconding = new("assembly.seconding");
    public static readonly RuleKey<RuleValue.Choice> Tie = new("assembly.tie") { Options = ["Lost", "ChairDecides"] };
    public static readonly RuleKey<RuleValue.Whole> SecretElectorate = new("vote.secret-electorate") { Otherwise = new RuleValue.Whole(5) };
    public static readonly RuleKey<RuleValue.Whole> RankedElectorate = new("vote.secret-ranked-electorate") { Otherwise = new RuleValue.Whole(20) };
    public static readonly RuleKey<RuleValue.Limit> LongestRecess = new("assembly.recess-longest");
    public static readonly RuleKey<RuleValue.Whole> MinutesSigners = new("assembly.minutes-signers");
    public static readonly RuleKey<RuleValue.Limit> MinutesWithin = new("assembly.minutes-within");
    public static readonly RuleKey<RuleValue.Limit> DissentWithin = new("assembly.dissent-within") { Otherwise = new RuleValue.Limit(new(5, TimeUnit.Days)) };
    public static readonly RuleKey<RuleValue.Limit> AppealWithin = new("assembly.appeal-within");

    // Who is there, beside those in the room. These came later: without them nobody is represented or takes part from afar.
    public static readonly RuleKey<RuleValue.Whole> MostProxies = new("assembly.proxies-most") { Otherwise = new RuleValue.Whole(0) };
    public static readonly RuleKey<RuleValue.Switch> CouncillorsHoldNoProxies = new("assembly.proxies-not-councillors") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Switch> Remote = new("assembly.remote") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Switch> EachSittingItsList = new("assembly.each-sitting-its-list") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Switch> FirstSittingOnly = new("assembly.first-sitting-only") { Otherwise = new RuleValue.Switch(false) };

    // Speaking and amending
    public static readonly RuleKey<RuleValue.Choice> FloorOrder = new("floor.order") { Options = ["AsAsked", "FirstTimeFirst", "FewestTurns"], Otherwise = new RuleValue.Choice("FirstTimeFirst") };
    public static readonly RuleKey<RuleValue.Switch> FloorAlternates = new("floor.alternates") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Limit> SpeakingTime = new("floor.time") { Otherwise = new RuleValue.Limit(new(3, TimeUnit.Minutes)) };
    public static readonly RuleKey<RuleValue.Choice> AmendmentOrder = new("motion.amendment-order") { Options = ["AsTabled", "LastFirst"], Otherwise = new RuleValue.Choice("AsTabled") };

    // Council and audit
    public static readonly RuleKey<RuleValue.Whole> CouncilSize = new("council.size");
    public static readonly RuleKey<RuleValue.Limit> CouncilTerm = new("council.term");
    public static readonly RuleKey<RuleValue.Switch> CouncilByName = new("council.votes-by-name") { Otherwise = new RuleValue.Switch(false) };
    public static readonly RuleKey<RuleValue.Limit> AuditorTerm = new("auditor.term");
    public static readonly RuleKey<RuleValue.Whole> CouncilConsecutive = new("council.consecutive-terms");
    public static readonly RuleKey<RuleValue.Whole> AuditorConsecutive = new("auditor.consecutive-terms");

    // What came later

    /// <summary>Whether closing a post ends the mandates under it, or waits until they are over or recalled.</summary>
    public static readonly RuleKey<RuleValue.Choice> HeldPost = new("post.close-held") { Options = ["EndsMandates", "Refused"], Otherwise = new RuleValue.Choice("EndsMandates") };

    /// <summary>Whether what a resolution that is set aside had undone comes back too.</summary>
    public static readonly RuleKey<RuleValue.Choice> Undoing = new("resolution.undoing") { Options = ["SomeEffects", "EveryEffect"], Otherwise = new RuleValue.Choice("SomeEffects") };

    // The surplus of a year

    /// <summary>In which order it is allocated; where no law says so: losses first, the rest to those who worked.</summary>
    public static readonly RuleKey<RuleValue.Allocation> SurplusAllocation = new("surplus.allocation")
    {
        Otherwise = new RuleValue.Allocation(
        [
            new(SurplusUse.PastLosses, AllocationBase.Surplus, new(1, 1), "", Mark.House),
            new(SurplusUse.UsedReserves, AllocationBase.Surplus, new(1, 1), "", Mark.House, Indivisible: true),
            new(SurplusUse.Return, AllocationBase.Rest, new(1, 1), "", Mark.House, Least: new(0, 1)),
            new(SurplusUse.VoluntaryFund, AllocationBase.Rest, new(1, 1), "", Mark.House),
        ]),
    };

    /// <summary>On which result losses of years before fall first.</summary>
    public static readonly RuleKey<RuleValue.Choice> PriorLosses = new("surplus.prior-losses")
    {
        Options = ["ProRata", "MembersFirst", "NonMembersFirst"],
        Otherwise = new RuleValue.Choice("ProRata"),
    };

    /// <summary>By what the return is divided: agreed hours, days, advances, or equally.</summary>
    public static readonly RuleKey<RuleValue.Choice> WorkMeasure = new("surplus.work-measure") { Options = ["Hours", "Days", "Advances", "Equal"], Otherwise = new RuleValue.Choice("Hours") };

    /// <summary>The highest interest of a year on paid shares.</summary>
    public static readonly RuleKey<RuleValue.Share> ShareInterest = new("surplus.interest-most") { Otherwise = new RuleValue.Share(new Fraction(0, 1)) };

    // Sectors
    public static readonly RuleKey<RuleValue.Limit> CoordinatorsMeetEvery = new("coordinators.meet-every") { Otherwise = new RuleValue.Limit(new(7, TimeUnit.Days)) };

    /// <summary>Whether what one mandate holder alone could harm others with takes a second person's signature.</summary>
    public static readonly RuleKey<RuleValue.Switch> TwoSignatures = new("signatures.two") { Otherwise = new RuleValue.Switch(false) };

    /// <summary>How long a first signature waits for the second.</summary>
    public static readonly RuleKey<RuleValue.Limit> SecondSignatureWithin = new("signatures.second-within") { Otherwise = new RuleValue.Limit(new(15, TimeUnit.Days)) };

    /// <summary>After so many hours, from the opening or from the day a recess was to end, a sitting that nobody closed is closed by itself; 0 for never.</summary>
    public static readonly RuleKey<RuleValue.Whole> LeftOpenHours = new("assembly.left-open-hours") { Otherwise = new RuleValue.Whole(0) };

    // Pay

    /// <summary>Whether what members draw is a cost of the period, or taken off each one's return at the end of the year.</summary>
    public static readonly RuleKey<RuleValue.Choice> AdvancesAre = new("pay.advances-are") { Options = ["CostOfPeriod", "DeductedFromReturn"], Otherwise = new RuleValue.Choice("CostOfPeriod") };

    /// <summary>The highest grade in parts of a hundred of the lowest; 0 where nothing caps it.</summary>
    public static readonly RuleKey<RuleValue.Whole> PayRatio = new("pay.ratio-most") { Otherwise = new RuleValue.Whole(0) };

    /// <summary>How long a slip can be contested.</summary>
    public static readonly RuleKey<RuleValue.Limit> PayContestWithin = new("pay.contest-within") { Otherwise = new RuleValue.Limit(new(3, TimeUnit.Days)) };

    /// <summary>The body that decides a matter.</summary>
    public static RuleKey<RuleValue.Choice> CompetentBody(Matter matter) =>
        new($"matter.{matter}.body") { Options = ["Assembly", "Council", "Any"] };

    /// <summary>The body that hears an appeal against it.</summary>
    public static RuleKey<RuleValue.Choice> AppealBody(Matter matter) =>
        new($"matter.{matter}.appeal") { Options = ["None", "Assembly", "AppealsCommittee"] };

    /// <summary>The majority it takes.</summary>
    public static RuleKey<RuleValue.Majority> MajorityFor(Matter matter) => new($"matter.{matter}.majority");

    /// <summary>How many must be in the room to vote on it, where the law asks for more than the call did.</summary>
    public static RuleKey<RuleValue.Heads> QuorumFor(Matter matter) => new($"matter.{matter}.quorum");

    /// <summary>Whether the ballot must be secret.</summary>
    public static RuleKey<RuleValue.Switch> Secret(Matter matter) => new($"matter.{matter}.secret");

    /// <summary>Whether the law reserves it to a formal assembly.</summary>
    public static RuleKey<RuleValue.Switch> Reserved(Matter matter) => new($"matter.{matter}.reserved");

    /// <summary>Whether it may come up without being on the agenda.</summary>
    public static RuleKey<RuleValue.Choice> OffAgenda(Matter matter) =>
        new($"matter.{matter}.off-agenda") { Options = ["Never", "IfConsequence", "MajorityOfAll", "TwoThirdsOfPresent", "Allowed"] };

    /// <summary>Every key there is, by stored name.</summary>
    public static ImmutableSortedDictionary<string, RuleKey> All => Lists.All;

    private static IEnumerable<RuleKey> AllKeys() =>
        typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<RuleKey>().Concat(Enum.GetValues<Matter>().SelectMany(Of)).Concat(Enum.GetValues<AbsenceKind>().Select(AbsenceCounts));

    private static IEnumerable<RuleKey> Of(Matter matter)
    {
        RuleKey[] keys = [CompetentBody(matter), AppealBody(matter), MajorityFor(matter), QuorumFor(matter), Secret(matter), Reserved(matter), OffAgenda(matter)];
        return matter <= Matter.Keys ? keys : keys.Zip(OfLaterMatters, (key, value) => key with { Otherwise = value });
    }

    // In the order of the keys above: the assembly decides, no appeal, a majority of those who say yes or no, nothing special.
    private static readonly RuleValue[] OfLaterMatters =
    [
        new RuleValue.Choice("Assembly"), new RuleValue.Choice("None"),
        new RuleValue.Majority(new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded)),
        new RuleValue.Heads(new(null)), new RuleValue.Switch(false), new RuleValue.Switch(false), new RuleValue.Choice("Never"),
    ];

    // Apart, so that every key and every later value above is there before the list is made.
    private static class Lists
    {
        public static readonly ImmutableSortedDictionary<string, RuleKey> All = AllKeys().ToImmutableSortedDictionary(key => key.Name, key => key, StringComparer.Ordinal);
    }
}
