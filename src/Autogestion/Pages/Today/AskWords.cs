using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Today;

/// <summary>An ask as a page shows it.</summary>
/// <param name="Title">What is asked.</param>
/// <param name="Detail">By when, on what ground.</param>
/// <param name="Do">The word on the button.</param>
public sealed record AskView(Ask Ask, string Title, string Detail, string Do, string Href);

/// <summary>How asks are said.</summary>
public sealed class AskWords(Reader reader, Visit visit, Words words)
{
    private string Here => $"/c/{visit.Book.Id}";

    /// <summary>The texts that saying an ask needs.</summary>
    public static IEnumerable<Text?> Texts(Ask ask, Visit visit) => ask switch
    {
        Ask.Vote vote => [vote.Motion.Words],
        Ask.Second second => [second.Motion.Words],
        Ask.CarryOut carry => [carry.Resolution.Words],
        Ask.RecordRegistration record => [record.Resolution.Words],
        Ask.SignMinutes sign => [NameOf(sign.Assembly.Body, visit)],
        Ask.DrawUpMinutes draw => [NameOf(draw.Assembly.Body, visit)],
        Ask.ComeIn come => [NameOf(come.Body, visit)],
        Ask.Attend attend => [NameOf(attend.Body, visit)],
        Ask.MakeCall call => [NameOf(call.Body, visit)],
        Ask.NameOfficers name => [NameOf(name.Body, visit)],
        _ => [],
    };

    /// <summary>The ask in words, with where it is done.</summary>
    public AskView Say(Ask ask) => ask switch
    {
        Ask.Vote vote => new(
            ask, words[vote.Motion.Words],
            vote.Voted is { } voted ? reader["today.voteOpen", ("voted", voted), ("may", vote.May)] : reader.Name(vote.Motion.Vote!.Method),
            reader["today.goVote"], Sitting(vote.Assembly)),
        Ask.MakeCall call => new(ask, reader["today.makeCall", ("call", reader.Ordinal(call.Call, true)), ("kind", Kind(call.Kind, call.Body))], At(call.At), reader["today.goRoom"], Sitting(call.Assembly)),
        Ask.ComeIn come => new(ask, reader[come.HasOpened ? "today.comeInOpened" : "today.comeIn", ("kind", Kind(come.Kind, come.Body))], At(come.At), reader["today.iAmHere"], Sitting(come.Assembly)),
        Ask.Attend attend => new(ask, reader["today.attend", ("kind", Kind(attend.Kind, attend.Body)), ("hour", reader.Hour(attend.At))], reader["today.attendWhat"], reader["today.seeNotice"], Sitting(attend.Assembly)),
        Ask.Defend defend => new(ask, reader["today.defend"], defend.Hearing is { } at ? reader["today.hearing", ("when", reader.Moment(at))] : reader["today.decideBy", ("date", reader.Date(defend.Procedure.Lapses))], reader["today.goDefend"], Charge(defend.Procedure)),
        Ask.Appeal appeal => new(ask, reader["today.appeal"], reader["today.appealUntil", ("when", reader.Moment(appeal.Until))], reader["today.goAppeal"], Charge(appeal.Procedure)),
        Ask.Investigate look => new(ask, reader["today.investigate"], reader["today.decideBy", ("date", reader.Date(look.Procedure.Lapses))], reader["today.goInvestigate"], Charge(look.Procedure)),
        Ask.NameInvestigator name => new(ask, reader["today.nameInvestigator"], reader["today.decideBy", ("date", reader.Date(name.Procedure.Lapses))], reader["do.see"], Charge(name.Procedure)),
        Ask.Second second => new(ask, reader["today.second"], words[second.Motion.Words], reader["today.goSecond"], Sitting(second.Assembly)),
        Ask.ConfirmRecovery confirm => new(ask, reader["today.confirmRecovery", ("name", visit.NameOf(confirm.Person))], reader["today.confirmRecoveryWhat"], reader["do.confirm"], $"{Here}/members/{confirm.Person}/recovery"),
        Ask.SecondSignature second => new(
            ask, reader["today.secondSignature"],
            reader["today.secondSignatureWhat", ("act", EffectWording.Label(reader, second.Pending.Act.GetType())), ("first", visit.NameOf(second.Pending.First)), ("date", reader.Date(second.Pending.Expires))],
            reader["do.sign"], $"{Here}/signatures#pending-{second.Pending.Id.Value}"),
        Ask.SignMinutes sign => new(ask, reader["today.signMinutes", ("kind", Kind(sign.Assembly.Kind, sign.Assembly.Body))], reader.Date(sign.Assembly.Start), reader["do.sign"], Minutes(sign.Assembly)),
        Ask.DrawUpMinutes draw => new(ask, reader["today.drawUpMinutes", ("kind", Kind(draw.Assembly.Kind, draw.Assembly.Body))], By(draw.By, draw.Late), reader["today.goMinutes"], Minutes(draw.Assembly)),
        Ask.NameOfficers name => new(ask, reader["today.nameOfficers", ("kind", Kind(name.Kind, name.Body))], At(name.At), reader["today.goRoom"], Sitting(name.Assembly)),
        Ask.CarryOut carry => new(ask, words[carry.Resolution.Words], carry.Resolution.Due is { } due ? By(due, carry.Late) : "", reader["today.goReport"], $"{Here}/resolutions/{carry.Resolution.Id.Value}"),
        Ask.CallPetitioned call => new(ask, reader["today.callPetitioned"], reader["today.heldBy", ("date", reader.Date(call.HeldBy))], reader["today.goCall"], $"{Here}/assemblies"),
        Ask.CallOrdinary call => new(ask, reader["today.callOrdinary"], Cite(reader[call.Late ? "today.ordinaryLate" : "today.ordinaryBy", ("date", reader.Date(call.By))], call.Rule), reader["today.goCall"], $"{Here}/assemblies"),
        Ask.RecordRegistration record => new(ask, reader["today.recordRegistration"], words[record.Resolution.Words], reader["today.goRecord"], $"{Here}/resolutions/{record.Resolution.Id.Value}"),
        Ask.SignPetition petition => new(ask, reader["today.signPetition"], reader["today.signatures", ("signed", petition.Signatures), ("needed", petition.Needed)], reader["do.see"], $"{Here}/assemblies"),
        Ask.Candidates candidates => new(ask, reader.Count("today.candidates", candidates.Count), reader["today.candidatesWhat"], reader["do.see"], $"{Here}/members?standing=Candidate"),
        Ask.TrialsOver over => new(ask, reader.Count("today.trialsOver", over.Count), reader["today.trialsOverWhat"], reader["do.see"], $"{Here}/members?standing=OnTrial"),
        Ask.SayHours say => new(ask, reader["today.sayHours", ("date", reader.Date(say.Entry.Day))], reader["today.sayHoursWhat", ("date", reader.Date(say.Until))], reader["today.goSayHours"], $"{Here}/work#mine"),
        Ask.AnswerContests contests => new(ask, reader.Count("today.contests", contests.Count), reader["today.contestsWhat"], reader["do.see"], $"{Here}/work/keep#waiting"),
        Ask.SeeSlip see => new(ask, reader["today.seeSlip", ("month", reader.MonthAndYear(see.Run.Month.OnDayOfMonth(1))), ("amount", reader.Amount(see.Net))], reader["today.seeSlipWhat", ("date", reader.Moment(see.Run.ContestUntil))], reader["do.see"], $"{Here}/pay"),
        Ask.AnswerSlips slips => new(ask, reader.Count("today.slips", slips.Count), reader["today.slipsWhat"], reader["do.see"], $"{Here}/pay"),
        Ask.AnswerRequests requests => new(ask, reader.Count("today.requests", requests.Count), reader["today.requestsWhat"], reader["do.see"], $"{Here}/network"),
        _ => throw new ArgumentOutOfRangeException(nameof(ask)),
    };

    /// <summary>What kind of sitting of which body.</summary>
    public string Kind(AssemblyKind kind, BodyId body) => visit.State.Bodies.Find(body) switch
    {
        null or { Id.Value: 1 } => reader.Name(kind),
        { Name: { } name } => $"{reader.Name(kind)}, {words[name]}",
        { } other => $"{reader.Name(kind)}, {reader.Name(other.Kind)}",
    };

    /// <summary>A sentence with the article of the rule it rests on, where there is one.</summary>
    public string Cite(string sentence, Cited? rule) => rule is null or { Article: "" }
        ? sentence
        : $"{sentence} {new RuleWording(reader).Cite(rule, visit.State.Statutes.Preset)}.".Trim();

    /// <summary>The name that a body was given.</summary>
    public static Text? NameOf(BodyId body, Visit visit) => visit.State.Bodies.Find(body)?.Name;

    private string Charge(Domain.Sanctions.Procedure procedure) => $"{Here}/sanctions/{procedure.Id.Value}";

    private string Sitting(AssemblyId assembly) => $"{Here}/assemblies/{assembly}";

    private string Minutes(PastAssembly past) => $"{Here}/assemblies/{past.Id}/minutes";

    private string At(Instant at) => reader["today.at", ("date", reader.Date(at)), ("hour", reader.Hour(at))];

    private string By(Instant by, bool late) => By(by.InZone(visit.State.Deed.Zone).Date, late);

    private string By(LocalDate by, bool late) => reader[late ? "today.wasDue" : "today.due", ("date", reader.Date(by))];
}
