using Autogestion.Domain.Bodies;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Audit;

/// <summary>Decides observations of auditors and their answers.</summary>
public static class AuditDecider
{
    public static Decision Decide(AuditAct act, Stamp stamp, ObservationList list, BodyList bodies, ResolutionList resolutions, StatuteBook statutes) => act switch
    {
        WriteObservation write => Write(write, list, bodies, resolutions, statutes),
        AnswerObservation answer => Answer(answer, stamp, list),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Write(WriteObservation act, ObservationList list, BodyList bodies, ResolutionList resolutions, StatuteBook statutes)
    {
        if (bodies.Find(act.Body) is null) return AuditRefusals.UnknownBody;
        if (!Rules.All.TryGetValue(act.Rule, out var rule)) return AuditRefusals.UnknownRule;
        if (act.About is { } about && resolutions.Find(about) is null) return AuditRefusals.UnknownResolution;
        return new ObservationWritten(list.Next, act.Body, statutes.Rule(rule).Cited, act.Words, act.About);
    }

    private static Decision Answer(AnswerObservation act, Stamp stamp, ObservationList list)
    {
        if (list.Find(act.Observation) is not { } observation || stamp.Authority is not Authority.Resolution by) return AuditRefusals.UnknownObservation;
        return observation.By is null ? new ObservationAnswered(act.Observation, act.Words, by.Id) : AuditRefusals.AlreadyAnswered;
    }
}
