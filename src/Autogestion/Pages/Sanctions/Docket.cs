using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Wording;

namespace Autogestion.Pages.Sanctions;

/// <summary>One step of a procedure on its line.</summary>
/// <param name="At">When it was done, or will be; null where nobody knows yet.</param>
/// <param name="Done">Whether it has happened.</param>
public sealed record ProcedureStepView(string Words, Instant? At, bool Done);

/// <summary>Who sees a procedure, and how it is told.</summary>
public static class Docket
{
    /// <summary>
    /// Those named in it, auditors, and whoever has to judge: the competent body once the report is there, the body of appeal
    /// once there is an appeal. Nobody can judge what he or she may not read.
    /// </summary>
    public static bool MaySee(Procedure procedure, Viewer viewer, Collective state, Instant now) =>
        viewer.IsOf(Audience.Involved, procedure.Involved)
        || (viewer.Person is { } person && JudgedBy(procedure, state) is { } body && state.IsEntitled(person, body, now));

    /// <summary>The body that has to judge now, or judged last; null before the report.</summary>
    public static BodyId? JudgedBy(Procedure procedure, Collective state) => procedure switch
    {
        { Appeal: { } appeal } => appeal.Body,
        { Imposed.Resolution: { } resolution } => state.Resolutions.Find(resolution)?.Body,
        { Report: not null } => CompetentBody(procedure.Step, state),
        _ when procedure.Step < ImposingDecider.NeedsProcedureFrom(state.Statutes) && procedure.Step != SanctionStep.Exclusion => CompetentBody(procedure.Step, state),
        _ => null,
    };

    /// <summary>The body that decides on a step: the council where the rules say so or leave it open and there is one, else the assembly.</summary>
    public static BodyId CompetentBody(SanctionStep step, Collective state) =>
        state.Bodies.Council is { } council && NoticeDecider.IsCompetent(Procedure.MatterOf(step), BodyKind.Council, true, state.Statutes) ? council.Id : BodyId.Assembly;

    /// <summary>The steps with their dates, done and to come.</summary>
    public static IEnumerable<ProcedureStepView> Line(Procedure one, Collective state, Reader reader)
    {
        ProcedureStepView Step(string key, Instant? at, bool done) => new(reader["sanctions.step." + key], at, done);

        yield return Step("charge", one.At, true);
        if (one.MediatedAt is { } mediated) yield return Step("mediation", mediated, true);
        if (one.Investigator is not null || one.IsOpen) yield return Step("investigator", one.InvestigatorSince, one.Investigator is not null);
        if (one.Hearing is { } hearing) yield return Step("notified", hearing.SetAt, true);
        foreach (var defence in one.Defences) yield return Step("defence", defence.At, true);
        if (one.Hearing is not null || one.IsOpen) yield return Step("hearing", one.Heard?.At ?? one.Hearing?.At, one.Heard is not null);
        if (one.Report is not null || one.IsOpen) yield return Step("report", one.Report?.At, one.Report is not null);
        if (one.Imposed is { } imposed)
        {
            yield return new(reader["sanctions.step.imposed", ("step", reader.NameWithin(imposed.Step))], imposed.At, true);
            if (one.Appeal is { } appeal)
            {
                yield return Step("appealed", appeal.At, true);
                yield return appeal.DecidedAt is { } decided ? Step(appeal.Upheld ? "upheld" : "rejected", decided, true) : Step("appealDue", appeal.DecideBy, false);
            }
            else if (imposed.AppealUntil is { } until && one.End is null) yield return Step("appealUntil", until, false);
        }
        else if (one.IsOpen) yield return Step("decideBy", one.Lapses, false);
        if (one.End is { } end) yield return new(reader.Name(end), one.EndedAt, true);
    }

    /// <summary>In one word: where it stands.</summary>
    public static string Stands(Procedure one, Reader reader) => one switch
    {
        { End: { } end } => reader.Name(end),
        { Appeal: { DecidedAt: not null, Upheld: true } } => reader["sanctions.stands.upheld"],
        { AwaitsAppeal: true } => reader["sanctions.stands.appealed"],
        { Imposed: { } imposed } => reader.Name(imposed.Step),
        { Report: not null } => reader["sanctions.stands.reported"],
        _ => reader["sanctions.stands.open"],
    };
}
