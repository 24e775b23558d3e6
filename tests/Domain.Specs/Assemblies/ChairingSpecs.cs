using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>A chair whom an item is about is replaced for that item, whether he or she likes it or not.</summary>
public sealed class ChairingSpecs
{
    [Fact]
    public void The_longest_standing_member_in_the_room_stands_in_and_goes_with_the_item()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate, Matter.General);
        var motion = plant.Table(id, 1, new RecallMandate(new(1)), Person(4));
        plant.Enter(Person(1), new TakeItem(id, 1));

        var standIn = plant.Enter(Person(6), new PassChair(id, motion)).OfType<SittingMandateGranted>().Single();
        Assert.Equal((SittingRole.StandIn, Person(2)), (standIn.Role, standIn.Person));
        Assert.Equal("post.officer-already", plant.Refused(Person(7), new PassChair(id, motion)).Code.Name);
        plant.Enter(Person(2), new OpenVote(id, motion, VoteMethod.Paper, 8), new Authority.Mandate(standIn.Mandate));
        plant.Enter(Person(3), new EnterCount(id, motion, 5, 2, 0, 0, [Person(3), Person(4)]));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(1), new ProclaimResult(id, motion)).Code.Name);
        plant.Enter(Person(2), new ProclaimResult(id, motion), new Authority.Mandate(standIn.Mandate));

        Assert.Contains(new MandateEnded(standIn.Mandate, MandateEnd.SittingClosed), plant.Enter(Person(1), new TakeItem(id, 2)));
        var closed = plant.Enter(Person(1), new CloseAssembly(id)).OfType<AssemblyClosed>().Single();
        Assert.DoesNotContain(Person(1), closed.Signers);
        Assert.Equal([Person(2), Person(5)], closed.Signers);
    }

    [Fact]
    public void Who_is_singled_out_neither_counts_nor_proclaims_even_with_voice_only()
    {
        var plant = Founded();
        plant.Enter(Person(2), new Domain.Members.SetVoiceOnly(Person(1), true));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var motion = plant.Table(id, 1, new RecallMandate(new(1)), Person(4));
        plant.Enter(Person(1), new TakeItem(id, 1));
        var standIn = plant.Enter(Person(6), new PassChair(id, motion)).OfType<SittingMandateGranted>().Single().Mandate;
        plant.Enter(Person(2), new OpenVote(id, motion, VoteMethod.Paper, 7), new Authority.Mandate(standIn));
        plant.Enter(Person(3), new EnterCount(id, motion, 5, 2, 0, 0, [Person(3), Person(4)]));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(1), new ProclaimResult(id, motion)).Code.Name);
    }
}

/// <summary>How passing the chair is refused.</summary>
internal static class ChairingExamples
{
    public static IEnumerable<Example> All =>
    [
        new(VotesRefusals.ChairNotSingledOut, () => About(2).Refused(Person(6), new PassChair(new(1), new(1)))),
        new(VotesRefusals.ChairNotSingledOut, () => About(1).Refused(Person(1), new NameSittingOfficer(new(1), SittingRole.StandIn, Person(6)))),
        new(VotesRefusals.UnknownMotion, () => About(1).Refused(Person(6), new PassChair(new(1), new(9)))),
        new(AssembliesRefusals.NotPresentAndEntitled, () => About(1).Refused(Person(10), new PassChair(new(1), new(1)))),
    ];

    // Person 1 chairs and holds mandate 1.
    private static Plant About(int mandate)
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        plant.Table(id, 1, new RecallMandate(new(mandate)), Person(4));
        return plant;
    }
}
