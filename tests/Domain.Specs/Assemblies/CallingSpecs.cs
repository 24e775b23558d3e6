using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Assemblies.CallingExamples;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Items that members put on the agenda, assemblies of everybody without notice, and the auditor's right to call.</summary>
public sealed class CallingSpecs
{
    private static readonly ItemRequestId Request = new(1);

    private static Preset Spain { get; } = House.Preset(
        (Rules.ItemShare, new RuleValue.Heads(new(new Fraction(1, 10), Absolute: 200, Pick: Domain.Statutes.Pick.Min))),
        (Rules.ItemUntil, new RuleValue.Limit(new(8, TimeUnit.Days))), (Rules.AddendumBefore, new RuleValue.Limit(new(4, TimeUnit.Days))));

    [Fact]
    public void Ten_per_cent_before_the_call_put_an_item_on_the_next_agenda()
    {
        var plant = Founded(30);
        plant.Enter(Person(4), new RequestItem(BodyId.Assembly, new(Words("Ropa"), Matter.General)));
        Assert.Single(plant.Enter(Person(5), new SignItemRequest(Request)));
        Assert.Equal(new ItemRequestReached(Request, 3, 30), plant.Enter(Person(6), new SignItemRequest(Request)).OfType<ItemRequestReached>().Single());

        var agenda = plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda;
        Assert.Equal([Words("Ropa"), Words("General")], agenda.Select(item => item.Title));
        Assert.Equal(new Came.Asked(Request), agenda[0].Came);
        Assert.Null(Assert.Single(plant.Sitting(plant.Notice(AssemblyKind.Weekly, 3, Matter.General)).Agenda).Came);
    }

    [Fact]
    public void It_comes_again_until_a_sitting_takes_it_up()
    {
        var plant = Founded();
        plant.Enter(Person(4), new RequestItem(BodyId.Assembly, new(Words("Ropa"), Matter.General)));
        var first = plant.OpenAssembly(plant.Voters, Matter.General);
        plant.Enter(Person(1), new TakeItem(first, 2));
        plant.Enter(Person(1), new CloseAssembly(first));

        var second = plant.OpenAssembly(plant.Voters, Matter.General);
        Assert.Equal(Words("Ropa"), plant.Sitting(second).Agenda[0].Title);
        plant.Enter(Person(1), new TakeItem(second, 1));
        plant.Enter(Person(1), new CloseAssembly(second));
        Assert.Single(plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda);
        Assert.Empty(plant.State.Assemblies.Calling.Requests);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Until_the_eighth_day_after_the_notice_it_joins_the_agenda_that_is_out(int day, bool joins)
    {
        var plant = Founded(10, Spain);
        var id = plant.Notice(AssemblyKind.Ordinary, 30, Matter.General);
        plant.Now = FirstDay.PlusDays(day).AtStartOfDayInZone(Zone).ToInstant() + Duration.FromHours(20);
        var added = plant.Enter(Person(4), new RequestItem(BodyId.Assembly, new(Words("Ropa"), Matter.General))).OfType<AgendaItemAdded>().SingleOrDefault();
        Assert.Equal(joins, added is not null);
        Assert.Equal(joins ? 2 : 1, plant.Sitting(id).Agenda.Length);
    }

    [Fact]
    public void An_agenda_that_could_not_be_published_in_time_takes_nothing_in()
    {
        var plant = Founded(10, Spain);
        plant.Notice(AssemblyKind.Weekly, 3, Matter.General);
        Assert.Empty(plant.Enter(Person(4), new RequestItem(BodyId.Assembly, new(Words("Ropa"), Matter.General))).OfType<AgendaItemAdded>());
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(2000, 200)]
    [InlineData(5000, 200)]
    public void Ten_per_cent_or_two_hundred(int roll, int needed) => Assert.Equal(needed, ((RuleValue.Heads)Spain.Rules.Single(rule => rule.Key == Rules.ItemShare.Name).Value).Value.Needed(roll));

    [Fact]
    public void All_together_constitute_themselves_without_notice()
    {
        var plant = Proposed(4);
        foreach (var number in new[] { 2, 3 }) Assert.Single(plant.Enter(Person(number), new AcceptUniversal(new(1))));
        var entries = plant.Enter(Person(4), new AcceptUniversal(new(1)));
        var noticed = entries.OfType<AssemblyNoticed>().Single();
        Assert.Equal((new CalledUpon.Everybody(new(1)), 4), (noticed.Upon, noticed.Roll));
        Assert.Equal((SittingRole.Chair, Person(1)), (entries.OfType<SittingMandateGranted>().Single().Role, entries.OfType<SittingMandateGranted>().Single().Person));

        plant.OpenNoticed(noticed.Assembly, [1, 2, 3, 4]);
        Assert.Equal(AssemblyPhase.Open, plant.Sitting(noticed.Assembly).Phase);
        Assert.Empty(plant.State.Assemblies.Calling.Universals);
    }

    [Fact]
    public void If_one_is_missing_when_it_opens_there_is_no_universal_assembly()
    {
        var plant = Proposed(4);
        foreach (var number in new[] { 2, 3, 4 }) plant.Enter(Person(number), new AcceptUniversal(new(1)));
        foreach (var number in new[] { 1, 2, 3 }) plant.Enter(Person(number), new CheckIn(new(1), Person(number)));
        Assert.Contains(plant.Enter(Person(1), new DeclareCall(new(1), 1)), entry => entry is AssemblyLapsed);
    }

    [Fact]
    public void First_whoever_convenes_answers_the_auditor_then_the_auditor_calls_and_chairs_it()
    {
        var plant = Demanded();
        var until = plant.State.Assemblies.Calling.Demands[1].Until;
        Assert.Equal(FirstDay.PlusDays(10), until.InZone(Zone).Date);
        plant.Now = until;
        Assert.Equal("assembly.demand-open", plant.Refused(Person(3), InTwentyDays(plant)).Code.Name);
        plant.Now += Duration.Epsilon;

        var entries = plant.Enter(Person(3), InTwentyDays(plant));
        Assert.Equal(new CalledUpon.Demand(new(1), true), entries.OfType<AssemblyNoticed>().Single().Upon);
        Assert.Equal(Person(3), entries.OfType<SittingMandateGranted>().Single().Person);
        Assert.Equal("post.sitting-of-petitioners", plant.Refused(Person(1), new NameSittingOfficer(new(1), SittingRole.Chair, Person(1))).Code.Name);
    }

    [Fact]
    public void Whoever_convenes_answers_at_once_and_only_the_opening_uses_the_demand_up()
    {
        var plant = Demanded();
        Assert.Empty(plant.Enter(Person(1), InTwentyDays(plant)).OfType<SittingMandateGranted>());
        Assert.Single(plant.State.Assemblies.Calling.Demands);
        plant.NameOfficers(new(1));
        plant.OpenNoticed(new(1), plant.Voters);
        Assert.Empty(plant.State.Assemblies.Calling.Demands);
    }

    [Fact]
    public void The_ordinary_assembly_that_nobody_called_in_time_is_called_by_the_auditor()
    {
        var plant = Founded(10, House.Preset((Rules.OrdinaryWithin, new RuleValue.Limit(new(1, TimeUnit.Months)))));
        var call = new IssueOverdueOrdinary(new LocalDate(2025, 2, 20).At(new(18, 0)), Words("Nave"), Agenda);
        plant.Now = new LocalDate(2025, 1, 31).AtStartOfDayInZone(Zone).ToInstant() + Duration.FromHours(23);
        Assert.Equal("assembly.ordinary-not-overdue", plant.Refused(Person(3), call).Code.Name);
        plant.Now += Duration.FromHours(2);
        var noticed = plant.Enter(Person(3), call).OfType<AssemblyNoticed>().Single();
        Assert.Equal((AssemblyKind.Ordinary, new CalledUpon.OverdueOrdinary(new(2024, 12, 31))), (noticed.Kind, noticed.Upon));
        Assert.Equal("assembly.ordinary-not-overdue", plant.Refused(Person(3), call).Code.Name);
    }
}
