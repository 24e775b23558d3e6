using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Resolutions;

/// <summary>What the law reserves to a formal assembly can be decided in a weekly one, and waits for the formal one by itself.</summary>
public sealed class RatifySpecs
{
    private static readonly ResolutionId First = new(1);

    [Fact]
    public void It_waits_returns_by_itself_to_the_next_formal_agenda_and_then_has_its_effect()
    {
        var plant = Decided(new EffectFrom.Proclamation());
        Assert.Equal(ResolutionState.ToRatify, plant.State.Resolutions.All[1].State);
        Assert.DoesNotContain(plant.State.Posts.Mandates.Values, mandate => mandate.Person == Person(7) && mandate.Post is not null);

        var weekly = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        Assert.Single(plant.Sitting(weekly).Agenda);

        var entries = Ratified(plant);
        Assert.Equal(First, entries.OfType<MandateGranted>().Single().Resolution);
        Assert.Equal(
            [typeof(ResultProclaimed), typeof(ResolutionAdopted), typeof(EffectCarriedOut), typeof(ResolutionRatified), typeof(EffectCarriedOut), typeof(MandateGranted)],
            entries.Select(entry => entry.GetType()));
        Assert.Equal(ResolutionState.InForce, plant.State.Resolutions.All[1].State);
        Assert.Single(plant.Sitting(plant.Notice(AssemblyKind.Extraordinary, 20, Matter.General)).Agenda);
    }

    [Fact]
    public void Ratifying_takes_the_majority_of_the_matter_that_it_ratifies()
    {
        var plant = Decided(new EffectFrom.Proclamation());
        var formal = plant.OpenAssembly(Enumerable.Range(1, 8), AssemblyKind.Extraordinary, Matter.General);
        Assert.Equal((Matter.ElectPost, First), (plant.Sitting(formal).Agenda[0].Matter, plant.Sitting(formal).Agenda[0].About));
        Assert.Equal("motion.off-agenda", plant.Refused(Person(1), new TableMotion(formal, 2, Words("ratificar"), new Ratify(First))).Code.Name);
        plant.Table(formal, 1, new Ratify(First));
    }

    [Fact]
    public void If_the_formal_assembly_says_no_it_keeps_waiting_and_can_be_taken_back()
    {
        var plant = Decided(new EffectFrom.Proclamation());
        var formal = plant.OpenAssembly(Enumerable.Range(1, 8), AssemblyKind.Extraordinary, Matter.General);
        plant.Carry(formal, 1, new Ratify(First), 2, 6);
        Assert.Equal(ResolutionState.ToRatify, plant.State.Resolutions.All[1].State);
    }

    [Fact]
    public void What_is_ratified_still_waits_for_the_registration_that_it_was_to_wait_for()
    {
        var plant = Decided(new EffectFrom.Registration());
        var entries = Ratified(plant);
        Assert.Contains(new EffectDeferred(First, null), entries);
        Assert.Empty(entries.OfType<MandateGranted>());
        Assert.Single(plant.Enter(Person(2), new RecordRegistration(First, Words("expediente"))).OfType<MandateGranted>());
    }

    [Fact]
    public void A_day_that_has_come_meanwhile_is_not_waited_for()
    {
        var plant = Decided(new EffectFrom.Date(FirstDay.PlusDays(5)));
        Assert.Single(Ratified(plant).OfType<MandateGranted>());
    }

    [Fact]
    public void Two_effects_that_fall_due_together_one_of_them_a_ratification_take_different_numbers()
    {
        var plant = Decided(new EffectFrom.Proclamation());
        var day = FirstDay.PlusMonths(3);
        var formal = plant.OpenAssembly(Enumerable.Range(1, 8), AssemblyKind.Extraordinary, Matter.ElectPost);
        plant.Carry(formal, 1, new Ratify(First), 8, from: new EffectFrom.Date(day));
        plant.Carry(formal, 2, new GrantMandate(new(4), Person(8)), 8, from: new EffectFrom.Date(day));
        plant.Now = day.AtStartOfDayInZone(Zone).ToInstant();

        var granted = plant.DeskEntersDue().OfType<MandateGranted>().ToArray();
        Assert.Equal(2, granted.Select(entry => entry.Mandate).Distinct().Count());
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new EnterDue(), new Authority.RuleDue()).Code.Name);
    }

    // A weekly assembly elects person 7 to a post that nobody holds, which these rules reserve.
    private static Plant Decided(EffectFrom from)
    {
        var plant = Unfounded();
        var deed = Plant.Deed(preset: House.Preset((Rules.Reserved(Matter.ElectPost), new RuleValue.Switch(true))));
        plant.Enter(Person(1), deed with { Posts = deed.Posts.Add(new(new(Words("Puerta"), BodyId.Assembly, [], 2, 12), [])) }, new Authority.OwnAffair());
        var id = plant.Enter(Person(1), new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, plant.Local.PlusDays(2), Words("Nave 1"), [new(Words("Elegir"), Matter.ElectPost, true)]))
            .OfType<AssemblyNoticed>().Single().Assembly;
        plant.NameOfficers(id);
        plant.OpenNoticed(id, Enumerable.Range(1, 8));
        plant.Carry(id, 1, new GrantMandate(new(4), Person(7)), 8, from: from);
        plant.Enter(Person(1), new CloseAssembly(id));
        return plant;
    }

    private static ImmutableArray<Entry> Ratified(Plant plant)
    {
        var formal = plant.OpenAssembly(Enumerable.Range(1, 8), AssemblyKind.Extraordinary, Matter.General);
        return plant.Carry(formal, 1, new Ratify(First), 8);
    }
}
