using Autogestion.Domain;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using Autogestion.Domain.Work;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Web;

namespace Autogestion.Wording;

/// <summary>
/// Entries in words, one sentence each: "Elba Quinteros presentó la moción 3 en el punto 2: …". Texts are <c>entry.{kind}</c>,
/// or <c>entry.{kind}.{variant}</c> where the meaning differs, with the parts of the entry and <c>{actor}</c> as placeholders.
/// A kind without a text is told as the list of its parts.
/// </summary>
public sealed class EntryWording(Naming naming)
{
    private readonly Reader reader = naming.Reader;
    private readonly RuleWording rules = new(naming.Reader);

    public EntryWording(Reader reader, Visit visit, Words words) : this(Naming.Of(reader, visit, words))
    {
    }

    /// <summary>The texts whose words the sentences take, for the page to read in one go.</summary>
    public static IEnumerable<Text?> Texts(Collective state, params IEnumerable<Recorded> entries) =>
        entries.SelectMany(recorded => Parts.Texts(recorded.Entry, state).Concat(Parts.Texts(recorded.Stamp.Authority, state)));

    /// <summary>What the entry says.</summary>
    public string Sentence(ReadEntry entry) => Sentence(entry.Recorded);

    /// <summary>What the entry says.</summary>
    public string Sentence(Recorded recorded) =>
        TextOf(recorded) is { } key ? reader.Tell(key, part => Part(recorded, part)).Trim() : List(recorded.Entry);

    /// <summary>The key of the text that tells the entry; null for a kind that has none.</summary>
    public string? TextOf(Recorded recorded)
    {
        var key = "entry." + Catalogue.House.Of(recorded.Entry).Name;
        if (!reader.Texts.Has(key)) return null;
        return Variant(recorded) is { } variant && reader.Texts.Has($"{key}.{variant}") ? $"{key}.{variant}" : key;
    }

    /// <summary>What the act rested on: "por su cargo Secretaría (mandato 3), dado por la resolución 5".</summary>
    public string Authority(Stamp stamp) => naming.Basis(stamp.Authority);

    // What is told differently within one kind; the values of enums are the names of their texts.
    private string? Variant(Recorded recorded) => recorded.Entry switch
    {
        FirstSignatureGiven { Act: ITakesTwo { About: not null } } => "about",
        SecondSignatureGiven { By: not null } => "resolution",
        PresetAdopted { Preset.Id: Preset.NoLegalForm } => "none",
        RuleSet { Previous: not null } => "changed",
        BodyCreated { Name: null } body => body.Kind.ToString(),
        Applied applied when applied.Person != recorded.Stamp.Actor => "byHand",
        VoiceOnlySet { VoiceOnly: true } => "cut",
        Departed departed => departed.Reason.ToString(),
        PostCreated { Terms.Powers.Length: 0 } => "noPowers",
        MandateGranted { Resolution: null } => "founding",
        SittingMandateGranted granted => granted.Role.ToString(),
        ResolutionSuspended { By: not null } => "resolution",
        SuspensionLifted { By: not null } => "resolution",
        MandateRestored or MandatePaused or MandateResumed when naming.State.Posts.Find((MandateId)Parts.Find(recorded.Entry, "mandate")!)?.Post is not null => "known",
        MandateEnded ended => naming.State.Posts.Find(ended.Mandate)?.Post is null ? nameof(MandateEnd.SittingClosed) : ended.Reason.ToString(),
        AssemblyNoticed { Upon: { } upon } => upon.GetType().Name,
        AssemblyNoticed { Petition: not null } => "petitioned",
        AssemblyNoticed { Kind: AssemblyKind.Session } => "session",
        CheckedIn { Means: CheckInMeans.ByHand } => "byHand",
        CheckedIn { Means: CheckInMeans.Remote } => "remote",
        CheckedOut left when left.Person != recorded.Stamp.Actor => "byHand",
        MotionTabled { AsConsequence: true, Effect: not null } => "consequence",
        MotionTabled { Effect: not null } => "effect",
        VoteOpened { Recused.Length: > 0 } => "recused",
        DrawingEnded { PaperOnly: true } => "paper",
        BallotCast { ByHand: true } => "byHand",
        BallotCast cast when cast.Person != recorded.Stamp.Actor => "byProxy",
        ProxyRevoked { Reason: ProxyEnd.CameIn } => "CameIn",
        FloorGiven { OutOfTurn: true } => "outOfTurn",
        PointOfOrderRuled { Upheld: true } => "upheld",
        AppealDecided { Overturned: true } => "overturned",
        MotionAmended { Accepted: true } => "accepted",
        ReferralProposed { To: not null } or MotionReferred { To: not null } => "body",
        VoteCounted { Tellers.Length: > 0 } => "tellers",
        LotCalled { Silent.Length: > 0 } => "again",
        ElectionProclaimed { Elected.Length: 0 } => "nobody",
        ChoiceProclaimed { Chosen: null } => "none",
        ResultProclaimed { CastingVote: not null } casting => casting.Carried ? "castingCarried" : "castingLost",
        ResultProclaimed { Carried: true } => "carried",
        MinutesNoteWritten { Item: not null } => "item",
        ResolutionAdopted { ToRatify: true } => "toRatify",
        ResolutionAdopted { Effect: not null } => "effect",
        EffectDeferred { Due: not null } => "due",
        ResolutionSetAside { By: not null } => "resolution",
        ProgressReported { Done: true } => "done",
        Domain.Pay.PayRuleSet { Rule: null } => "none",
        TransactionPosted { Transaction: { Kind: TransactionKind.Reversal, About: null } } => null,
        TransactionPosted posted => posted.Transaction.Kind.ToString(),
        AccountOpened { Account.Name: not null } => "named",
        TurnOffered { Against: not null } or TurnPassed { Against: not null } => "exchange",
        ShiftAssigned { Shift: not null } => "shift",
        DayOffSet { Name: not null } => "off",
        AbsenceChanged { Kind: not null } => "kind",
        Mediated { Settled: true } => "settled",
        HearingHeld { Attended: true } => "attended",
        ChargeReported { Proposal: null } => "dismiss",
        SanctionImposed { Until: not null } => "until",
        SanctionImposed { AtOnce: false } => "waits",
        SanctionAppealDecided { Upheld: true, By: null } => "silence",
        SanctionAppealDecided { Upheld: true } => "upheld",
        LetterWritten letter => Variant(letter.Content),
        LetterReceived letter => Variant(letter.Content),
        _ => null,
    };

    private static string Variant(LetterContent content) =>
        content is LetterContent.MembershipAnswer answer ? answer.Accepted ? "accepted" : "declined" : content.GetType().Name;

    private string Part(Recorded recorded, string part) => (recorded.Entry, part) switch
    {
        (FloorGiven given, "person") when given.Person == PersonId.Nobody => reader["assemblies.talk.guest"],
        (_, "actor") => naming.Person(recorded.Stamp.Actor),
        (MandateEnded ended, "person") => naming.State.Posts.Find(ended.Mandate) is { } mandate ? naming.Person(mandate.Person) : "",
        (MandateEnded ended, "post") => naming.Say(naming.State.Posts.Find(ended.Mandate)?.Post),
        (MandateRestored or MandatePaused or MandateResumed, "person" or "post") => OfMandate((MandateId)Parts.Find(recorded.Entry, "mandate")!, part),
        (FirstSignatureGiven { Act: ITakesTwo { About: { } about } }, "about") => naming.Person(about),
        (RuleSet set, "key") => rules.Label(set.Key),
        (RuleSet set, "value") => rules.Value(set.Value, set.Key),
        (RuleSet { Previous: { } previous } set, "previous") => rules.Value(previous, set.Key),
        (RuleSet set, "layer") => reader.Name(set.Layer),
        (RuleCleared cleared, "key") => rules.Label(cleared.Key),
        (RuleCleared cleared, "layer") => reader.Name(cleared.Layer),
        (PostCreated, "seats" or "termMonths") => reader.Count(part == "seats" ? "entry.seats" : "entry.months", (int)Parts.Find(recorded.Entry, part)!),
        (MandateGranted granted, "from") => reader.ShortDate(granted.From),
        (MandateGranted granted, "until") => reader.ShortDate(granted.Until),
        (AssemblyNoticed noticed, "start") => reader.Moment(noticed.Calls[0].At),
        (AssemblyNoticed noticed, "agenda") => reader.Count("entry.items", noticed.Agenda.Length),
        (AssemblyPetitioned petitioned, "agenda") => reader.Count("entry.items", petitioned.Agenda.Length),
        (ItemRequested asked, "item") => naming.Say(asked.Item.Title),
        (AgendaItemAdded added, "item") => naming.Say(added.Item.Title),
        (UniversalProposed proposed, "agenda") => reader.Count("entry.items", proposed.Agenda.Length),
        (TransactionPosted { Transaction: { Kind: TransactionKind.Closing or TransactionKind.Surplus } closing }, "about") => Reader.Year(closing.About ?? 0),
        (_, "year") => Reader.Year((int)Parts.Find(recorded.Entry, part)!),
        (WeekPlanned planned, "monday") => reader.ShortDate(planned.Monday),
        (WeekPlanned planned, "turns") => reader.Number(planned.Turns.Length),
        (ClockedOut or HoursRecorded or HoursCorrected or HoursContested or ContestAnswered or AbsenceRecorded or OutsideHoursSet, "workMinutes") => reader.Span(Duration.FromMinutes((int)Parts.Find(recorded.Entry, part)!)),
        (AbsenceRecorded absent, "days") => reader.Count("entry.days", absent.Days.Length),
        (OutsideHoursSet outside, "people") => reader.Count("entry.people", outside.People),
        (OutsideHoursSet or MonthClosed, "month") => reader.MonthAndYear((LocalDate)Parts.Find(recorded.Entry, part)!),
        (SurplusDistributed year, "yearEnd") => reader.ShortDate(year.YearEnd),
        (SurplusDistributed year, "result") => reader.Number(year.Figures.Result.Value, 2),
        (SignCrossed crossed, "month") => reader.MonthAndYear(crossed.Month),
        (AssemblyOpened or CallFailed, "call") => reader.Ordinal((int)Parts.Find(recorded.Entry, part)!, feminine: true),
        (AssemblyOpened opened, "roll") => reader.Number(opened.Roll.Length),
        (EffectBlocked blocked, "reason") => new RefusalWording(reader).Plain(blocked.Reason),
        (LetterReceived { Content: LetterContent.MembershipRequest request }, "sender") => request.Name,
        (LetterReceived letter, "sender") => naming.Collective(letter.Letter.Sender),
        _ => naming.Say(Parts.Find(recorded.Entry, part)),
    };

    private string OfMandate(MandateId id, string part) => naming.State.Posts.Find(id) is not { } mandate ? ""
        : part == "person" ? naming.Person(mandate.Person) : naming.Say(mandate.Post);

    private string List(Entry entry) => reader["entry.unknown",
        ("kind", Catalogue.House.Of(entry).Name), ("facts", string.Join("; ", Parts.Of(entry).Where(part => part.Value is not null).Select(part => $"{part.Name} {naming.Say(part.Value)}")))];
}
