using Autogestion.Domain.Assemblies;

namespace Autogestion.Domain;

/// <summary>What comes onto the next agenda of a body by itself, apart from resolutions: observations of auditors and appeals.</summary>
internal static class Arisen
{
    public static IEnumerable<Came> For(BodyId body, Collective collective) =>
    [
        .. collective.Observations.StillOpen.Where(observation => observation.Body == body).Select(observation => new Came.Observed(observation.Id)),
        .. collective.Sanctions.StillPending.Where(procedure => procedure.AwaitsAppeal && procedure.Appeal!.Body == body).Select(procedure => new Came.Appealed(procedure.Id)),
    ];
}
