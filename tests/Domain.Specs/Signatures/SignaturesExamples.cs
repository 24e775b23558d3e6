using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Signatures;

/// <summary>How a signature is refused.</summary>
internal static class SignaturesExamples
{
    private static readonly PendingId First = new(1);

    public static IEnumerable<Example> All =>
    [
        new(SignaturesRefusals.Unknown, () => Founded().Refused(Person(3), new GiveSecondSignature(First))),
        new(SignaturesRefusals.Unknown, () => Founded().Refused(Person(2), new WithdrawFirstSignature(First))),
        new(SignaturesRefusals.Unknown, () => Founded().Refused(Person(8), new ContestSignature(First, Person(8), Words("no es así")))),
        new(SignaturesRefusals.NotYours, () => Signed().Refused(Person(3), new WithdrawFirstSignature(First))),
        new(SignaturesRefusals.NotAboutYou, () => Signed().Refused(Person(7), new ContestSignature(First, Person(7), Words("no es así")))),
        new(SignaturesRefusals.Contested, ContestedTwice),
        new(SignaturesRefusals.SecondPersonNeeded, () => Signed().Refused(Person(2), new GiveSecondSignature(First))),
        new(SignaturesRefusals.SecondPersonNeeded, () => SecondSignatureSpecs.Two().Refused(Person(2), new SetVoiceOnly(Person(2), true))),
        new(SignaturesRefusals.SecondPersonNeeded, OnesOwn),
        new(SignaturesRefusals.AuditorNeeded, () => Signed().Refused(Person(1), new GiveSecondSignature(First))),
        new(SignaturesRefusals.WaitsAlready, () => Signed().Refused(Person(2), new SetVoiceOnly(Person(8), true))),
    ];

    // The roster keeper signed that person 8 has voice only.
    private static Plant Signed()
    {
        var plant = SecondSignatureSpecs.Two();
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        return plant;
    }

    private static Refusal ContestedTwice()
    {
        var plant = Signed();
        plant.Enter(Person(8), new ContestSignature(First, Person(8), Words("no es así")));
        return plant.Refused(Person(3), new ContestSignature(First, Person(3), Words("no es así")));
    }

    private static Refusal OnesOwn()
    {
        var plant = SecondSignatureSpecs.Two();
        plant.Enter(Person(2), new SetVoiceOnly(Person(3), true));
        return plant.Refused(Person(3), new GiveSecondSignature(First));
    }
}
