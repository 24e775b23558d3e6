using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Network;

/// <summary>Letters between books: entered once, always answered, joined only on the answer to one's own letter.</summary>
public sealed class LetterSpecs
{
    private static readonly CollectiveId Other = new("other");
    private static readonly CollectiveId Ring = new("ring");

    [Fact]
    public void Joining_is_asked_for_by_resolution_and_comes_with_the_answer()
    {
        var plant = Founded();
        var asked = plant.Resolve(new RequestMembership(Ring)).OfType<LetterWritten>().Single();
        Assert.Equal(new LetterWritten(new(Id, 1), Ring, new LetterContent.MembershipRequest("Planta de prueba")), asked);

        Assert.Single(Receive(plant, new(Ring, 1), new LetterContent.MembershipAnswer(new(Id, 7), true)));
        Assert.Contains(new NetworkJoined(Ring), Receive(plant, new(Ring, 2), new LetterContent.MembershipAnswer(asked.Letter, true)));
        Assert.Contains(Ring, plant.State.Network.Networks);
    }

    [Fact]
    public void A_no_lets_one_ask_again_and_an_answer_nobody_asked_for_joins_nothing()
    {
        var plant = Founded();
        Assert.Single(Receive(plant, new(Ring, 1), new LetterContent.MembershipAnswer(new(Id, 1), true)));
        Assert.Empty(plant.State.Network.Networks);
        plant.Resolve(new RequestMembership(Ring));
        Receive(plant, new(Ring, 2), new LetterContent.MembershipAnswer(new(Id, 1), false));
        plant.Resolve(new RequestMembership(Ring));
    }

    [Fact]
    public void A_network_enters_the_request_and_answers_when_its_assembly_has_decided()
    {
        var network = Network();
        Assert.Single(Receive(network, new(Other, 1), new LetterContent.MembershipRequest("Otra")));
        var id = network.OpenAssembly(Enumerable.Range(1, 8), Matter.AdmitCollective);
        var entries = network.Carry(id, 1, new AdmitCollective(new(Other, 1)), 8);
        Assert.Contains(new CollectiveAdmitted(Other, new(Other, 1)), entries);
        Assert.Contains(new LetterWritten(new(Id, 1), Other, new LetterContent.MembershipAnswer(new(Other, 1), true)), entries);
        Assert.Equal("Otra", network.State.Network.Collectives[Other]);
    }

    [Fact]
    public void When_the_motion_is_lost_the_answer_is_no_in_the_same_stroke()
    {
        var network = Network();
        Receive(network, new(Other, 1), new LetterContent.MembershipRequest("Otra"));
        var id = network.OpenAssembly(Enumerable.Range(1, 8), Matter.AdmitCollective);
        var entries = network.Carry(id, 1, new AdmitCollective(new(Other, 1)), 2, 6);
        Assert.Equal([typeof(ResultProclaimed), typeof(LetterWritten)], entries.Select(entry => entry.GetType()));
        Assert.Empty(network.State.Network.Requests);
    }

    [Fact]
    public void Who_is_no_network_or_has_the_asker_already_answers_no_at_once()
    {
        var entries = Receive(Founded(), new(Other, 1), new LetterContent.MembershipRequest("Otra"));
        Assert.Equal([typeof(LetterReceived), typeof(LetterWritten)], entries.Select(entry => entry.GetType()));

        var network = Network();
        Receive(network, new(Other, 1), new LetterContent.MembershipRequest("Otra"));
        network.Resolve(new AdmitCollective(new(Other, 1)));
        Assert.Contains(Receive(network, new(Other, 2), new LetterContent.MembershipRequest("Otra")), entry => entry is LetterWritten { Content: LetterContent.MembershipAnswer { Accepted: false } });
    }

    [Fact]
    public void The_same_letter_is_entered_once()
    {
        var network = Network();
        Receive(network, new(Other, 1), new LetterContent.MembershipRequest("Otra"));
        var again = new ReceiveLetter(new(Other, 1), Id, new LetterContent.MembershipRequest("Otra"));
        Assert.Equal("network.already-received", network.Refused(PersonId.Nobody, again, new Authority.Letter(again.Letter)).Code.Name);
        Assert.Equal("authority.only-the-desk", network.Refused(Person(2), again, new Authority.Letter(again.Letter)).Code.Name);
    }

    private static Plant Network()
    {
        var plant = Unfounded();
        plant.Enter(Person(1), Plant.Deed() with { Kind = CollectiveKind.Network }, new Authority.OwnAffair());
        return plant;
    }

    private static ImmutableArray<Entry> Receive(Plant plant, LetterId letter, LetterContent content) =>
        plant.Enter(PersonId.Nobody, new ReceiveLetter(letter, Id, content), new Authority.Letter(letter));
}
