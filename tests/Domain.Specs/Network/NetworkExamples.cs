using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Network;

/// <summary>How an act between collectives is refused.</summary>
internal static class NetworkExamples
{
    private static readonly LetterContent Request = new LetterContent.MembershipRequest("Otra");

    public static IEnumerable<Example> All =>
    [
        new(NetworkRefusals.WrongAddress, () => Received(Founded(), new(new("other"), 1), new("somebody-else"))),
        new(NetworkRefusals.WrongAddress, () => Received(Founded(), new(Id, 1), Id)),
        new(NetworkRefusals.WrongAddress, () => Received(Founded(), new(new("other"), 0), Id)),
        new(NetworkRefusals.AlreadyReceived, Twice),
        new(NetworkRefusals.Itself, () => Founded().Blocked(new RequestMembership(Id))),
        new(NetworkRefusals.AlreadyAsked, AskedTwice),
        new(NetworkRefusals.UnknownRequest, () => Founded().Blocked(new AdmitCollective(new(new("other"), 1)))),
    ];

    private static Refusal Received(Plant plant, LetterId letter, CollectiveId to) =>
        plant.Refused(PersonId.Nobody, new ReceiveLetter(letter, to, Request), new Authority.Letter(letter));

    private static Refusal Twice()
    {
        var plant = Founded();
        var letter = new LetterId(new("other"), 1);
        plant.Enter(PersonId.Nobody, new ReceiveLetter(letter, Id, Request), new Authority.Letter(letter));
        return Received(plant, letter, Id);
    }

    private static Refusal AskedTwice()
    {
        var plant = Founded();
        plant.Resolve(new RequestMembership(new("network")));
        return plant.Blocked(new RequestMembership(new("network")));
    }
}
