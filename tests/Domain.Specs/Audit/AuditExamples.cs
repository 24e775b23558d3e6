using Autogestion.Domain.Audit;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Audit;

/// <summary>How an act about observations is refused.</summary>
internal static class AuditExamples
{
    public static IEnumerable<Example> All =>
    [
        new(AuditRefusals.UnknownBody, () => Founded().Refused(Person(3), new WriteObservation(new(9), Rules.Tie.Name, Words("ojo")))),
        new(AuditRefusals.UnknownRule, () => Founded().Refused(Person(3), new WriteObservation(BodyId.Assembly, "no.rule", Words("ojo")))),
        new(AuditRefusals.UnknownResolution, () => Founded().Refused(Person(3), new WriteObservation(BodyId.Assembly, Rules.Tie.Name, Words("ojo"), new(9)))),
        new(AuditRefusals.UnknownObservation, () => Founded().Blocked(new AnswerObservation(new(1), Words("respuesta")))),
        new(AuditRefusals.NotErased, Erased),
        new(AuditRefusals.AlreadyAnswered, AnsweredTwice),
    ];

    private static Refusal Erased()
    {
        var plant = Founded();
        var words = Words("ojo");
        plant.Enter(Person(3), new WriteObservation(BodyId.Assembly, Rules.Tie.Name, words));
        return plant.Refused(Person(2), new Domain.Deed.EraseText(words.Id, Domain.Deed.ErasureGround.OwnerAsked));
    }

    private static Refusal AnsweredTwice()
    {
        var plant = Founded();
        plant.Enter(Person(3), new WriteObservation(BodyId.Assembly, Rules.Tie.Name, Words("ojo")));
        plant.Resolve(new AnswerObservation(new(1), Words("respuesta")));
        return plant.Blocked(new AnswerObservation(new(1), Words("otra")));
    }
}
