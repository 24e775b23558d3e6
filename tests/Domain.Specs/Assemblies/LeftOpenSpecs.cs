using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>A sitting that nobody closes is closed by the rules, and its minutes can still be drawn up and signed.</summary>
public sealed class LeftOpenSpecs
{
    private static Plant AfterHours(int hours) => Founded(preset: House.Preset((Rules.LeftOpenHours, new RuleValue.Whole(hours))));

    [Fact]
    public void It_is_closed_after_its_hours_what_hung_is_not_decided_and_the_minutes_are_signed()
    {
        var plant = AfterHours(24);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General, Matter.General);
        plant.Carry(id, 1, null, 8);
        var hanging = plant.Table(id, 2, null);
        plant.OpenVote(id, 2, hanging, VoteMethod.OwnPhone);
        plant.Now += Duration.FromHours(23);
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new EnterDue(), new Authority.RuleDue()).Code.Name);

        plant.Now += Duration.FromHours(1);
        Assert.Equal(plant.Now, RulesDue.Next(plant.State));
        var entries = plant.DeskEntersDue();
        var left = entries.OfType<AssemblyLeftOpen>().Single();
        Assert.Equal([hanging], left.Undecided);
        Assert.Equal([Person(1), Person(2), Person(5)], left.Signers);
        Assert.Equal(2, entries.OfType<MandateEnded>().Count());
        Assert.Equal((1, 0), (plant.State.Assemblies.Past[id.Value].Carried, plant.State.Assemblies.Past[id.Value].Lost));
        Assert.Equal("assembly.over", plant.Refused(Person(1), new CastBallot(id, hanging, Choice.For)).Code.Name);

        plant.Enter(Person(2), new DrawUpMinutes(id));
        foreach (var signer in left.Signers) plant.Enter(signer, new SignMinutes(id));
        Assert.True(plant.State.Assemblies.Past[id.Value].Minutes!.AllSigned);
        Assert.Empty(plant.State.Posts.Officers(id));
    }

    [Fact]
    public void After_a_recess_the_hours_count_from_its_day()
    {
        var plant = AfterHours(24);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Enter(Person(1), new Recess(id, plant.Local.PlusDays(5), Words("Nave 1")));
        plant.Now += Duration.FromDays(5) + Duration.FromHours(23);
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new EnterDue(), new Authority.RuleDue()).Code.Name);
        plant.Now += Duration.FromHours(1);
        Assert.Single(plant.DeskEntersDue().OfType<AssemblyLeftOpen>());
    }

    [Fact]
    public void Where_the_rules_do_not_say_so_it_stays_open()
    {
        var plant = Founded();
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Now += Duration.FromDays(200);
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new EnterDue(), new Authority.RuleDue()).Code.Name);
    }
}
