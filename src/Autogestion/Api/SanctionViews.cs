using Autogestion.Domain;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Pages.Sanctions;

namespace Autogestion.Api;

/// <summary>A body with who sits in it; nobody is listed for the assembly, whose roll is that of the members.</summary>
public sealed record SeatsView(BodyId Id, BodyKind Kind, SaidView? Name, IReadOnlyList<PersonView> Seats);

/// <summary>A procedure for a sanction.</summary>
/// <param name="Step">The gravest sanction that can come of it.</param>
public sealed record ProcedureView(
    ProcedureId Id, PersonView Person, PersonView Accuser, PersonView? Investigator, SanctionStep Step, SaidView Ground, SaidView Norm, Instant At, Instant? Hearing, Instant? Heard,
    Instant? Reported, SanctionStep? Imposed, ResolutionId? Resolution, Instant? AppealUntil, Instant? Appealed, Instant? AppealDecided, bool Upheld, ProcedureEnd? End);

/// <summary>An observation of an auditor.</summary>
public sealed record ObservationView(ObservationId Id, BodyId Body, Cited Rule, SaidView Words, ResolutionId? About, PersonView Auditor, Instant At, long Position, SaidView? Answer, ResolutionId? By);

/// <summary>Views of bodies, sanctions and audit.</summary>
public static class SanctionViews
{
    public static IReadOnlyList<SeatsView> Bodies(ViewRequest request, Say say)
    {
        var (state, now) = (request.Visit.State, request.Visit.Now);
        return [.. state.Bodies.All.Values.Select(body => new SeatsView(
            body.Id, body.Kind, say(body.Name), body.Id == BodyId.Assembly ? [] : [.. state.Bodies.Seats(body.Id, state.Posts, now).Select(request.Person)]))];
    }

    public static IReadOnlyList<ProcedureView> Procedures(ViewRequest request, Say say) =>
    [
        .. request.Visit.State.Sanctions.All.Values.Reverse().Where(one => Docket.MaySee(one, request.Visit.Viewer, request.Visit.State, request.Visit.Now)).Take(request.Limit(50, 200))
            .Select(one => new ProcedureView(
                one.Id, request.Person(one.Person), request.Person(one.Accuser), one.Investigator is { } looks ? request.Person(looks) : null, one.Step, say(one.Ground)!, say(one.Norm)!, one.At,
                one.Hearing?.At, one.Heard?.At, one.Report?.At, one.Imposed?.Step, one.Imposed?.Resolution, one.Imposed?.AppealUntil, one.Appeal?.At, one.Appeal?.DecidedAt, one.Appeal?.Upheld == true, one.End)),
    ];

    public static IReadOnlyList<ObservationView> Observations(ViewRequest request, Say say) =>
        [.. request.Visit.State.Observations.All.Values.Reverse().Take(request.Limit(50, 200)).Select(one => new ObservationView(
            one.Id, one.Body, one.Rule, say(one.Words)!, one.About, request.Person(one.Auditor), one.At, one.Position, say(one.Answer), one.By))];
}
