using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Calls and their quorum: half plus one at the first, whoever came an hour later.</summary>
public sealed class CallSpecs
{
    private static Preset Argentine { get; } = House.Preset((Rules.FormalCalls, new RuleValue.Calls([new(0, null, new(Fraction.Half, true)), new(60, null, new(null))])));

    [Fact]
    public void Twenty_two_of_fifty_are_too_few_at_nine_and_enough_at_ten()
    {
        var (plant, id) = AtNine(50, 22);

        Assert.Equal(new CallFailed(id, 1, 22, 26, 50), plant.Enter(Person(1), new DeclareCall(id, 1)).Single());
        plant.Now += Duration.FromHours(1);
        var opened = Assert.IsType<AssemblyOpened>(plant.Enter(Person(1), new DeclareCall(id, 2)).Single());

        Assert.Equal((2, 22, 1), (opened.Call, opened.Present, opened.Needed));
        Assert.Equal(50, opened.Roll.Length);
    }

    [Theory]
    [InlineData(50, 26)]
    [InlineData(51, 26)]
    [InlineData(42, 22)]
    public void Half_plus_one_of_a_roll(int roll, int needed)
    {
        var (plant, id) = AtNine(roll, needed - 1);
        Assert.Equal(needed, Assert.IsType<CallFailed>(plant.Enter(Person(1), new DeclareCall(id, 1)).Single()).Needed);
        (plant, id) = AtNine(roll, needed);
        Assert.IsType<AssemblyOpened>(plant.Enter(Person(1), new DeclareCall(id, 1)).Single());
    }

    [Fact]
    public void When_no_call_is_left_the_assembly_lapses_and_so_do_its_officers()
    {
        var plant = Founded(20);
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        plant.Now = plant.Sitting(id).Calls[1].At;

        var entries = plant.Enter(Person(1), new DeclareCall(id, 2));

        Assert.IsType<CallFailed>(entries[0]);
        Assert.Equal(new AssemblyLapsed(id), entries[1]);
        Assert.Equal(5, entries.OfType<MandateEnded>().Count());
        Assert.Empty(plant.State.Posts.Officers(id));
        Assert.False(plant.State.Assemblies.Past[id.Value].Held);
        Assert.Equal("assembly.over", plant.Refused(Person(4), new CheckIn(id, Person(4))).Code.Name);
    }

    [Fact]
    public void What_nobody_opens_lapses_twelve_hours_after_the_last_call()
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        var last = plant.Sitting(id).Calls[^1].At;
        Assert.Equal(last + RoomDecider.Lapses, RulesDue.Next(plant.State));

        plant.Now = last + RoomDecider.Lapses - Duration.Epsilon;
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new Domain.Deed.EnterDue(), new Authority.RuleDue()).Code.Name);
        plant.Now += Duration.Epsilon;
        var entries = plant.DeskEntersDue();

        Assert.Equal(new AssemblyLapsed(id), entries[0]);
        Assert.Equal(5, entries.OfType<MandateEnded>().Count());
    }

    [Fact]
    public void A_call_that_failed_is_not_made_again()
    {
        var (plant, id) = AtNine(50, 3);
        plant.Enter(Person(1), new DeclareCall(id, 1));
        Assert.Equal("assembly.call-passed", plant.Refused(Person(1), new DeclareCall(id, 1)).Code.Name);
    }

    [Fact]
    public void A_quorum_above_the_whole_roll_asks_for_the_whole_roll()
    {
        var plant = Founded(10, House.Preset((Rules.InternalCalls, new RuleValue.Calls([new(0, null, new(null, Absolute: 100, Floor: 50))]))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 10), Matter.General);
        Assert.Equal(10, plant.Sitting(id).Opening!.Needed);
    }

    [Fact]
    public void Nobody_opens_on_a_quorum_that_only_he_or_she_wrote_in_but_a_few_more_make_it_good()
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        plant.Now = plant.Sitting(id).Calls[0].At;
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Secretary, Person(1)));
        foreach (var number in Enumerable.Range(2, 6)) plant.Enter(Person(1), new CheckIn(id, Person(number)), plant.Citing(1, Power.KeepAttendance));
        plant.Enter(Person(1), new CheckIn(id, Person(1)));

        Assert.Equal("assembly.second-person-needed", plant.Refused(Person(1), new DeclareCall(id, 1)).Code.Name);

        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Secretary, Person(2)));
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(8)));
        Assert.IsType<AssemblyOpened>(plant.Enter(Person(8), new DeclareCall(id, 1)).Single());
    }

    private static (Plant Plant, AssemblyId Id) AtNine(int roll, int present)
    {
        var plant = Founded(roll, Argentine);
        var id = plant.Notice(AssemblyKind.Ordinary, 20, Matter.General);
        plant.Now = plant.Sitting(id).Calls[0].At;
        foreach (var number in Enumerable.Range(1, present)) plant.Enter(Person(number), new CheckIn(id, Person(number)));
        return (plant, id);
    }
}
