using Autogestion.Domain.Bodies;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Bodies;

/// <summary>How the making of a body is refused.</summary>
internal static class BodiesExamples
{
    public static IEnumerable<Example> All =>
    [
        new(BodiesRefusals.OnlyOne, () => Founded().Blocked(new CreateBody(BodyKind.Assembly))),
        new(BodiesRefusals.OnlyOne, () => Founded(withCouncil: true).Blocked(new CreateBody(BodyKind.Council))),
        new(BodiesRefusals.NameNeeded, () => Founded().Blocked(new CreateBody(BodyKind.Sector))),
        new(BodiesRefusals.NameNeeded, () => Founded().Blocked(new CreateBody(BodyKind.AuditCommission))),
    ];
}
