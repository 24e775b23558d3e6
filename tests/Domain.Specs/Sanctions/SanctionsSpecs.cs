using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Sanctions;

/// <summary>From the charge to the appeal, as the laws of Argentina, Uruguay, Spain and Greece want it.</summary>
public sealed class SanctionsSpecs
{
    private static readonly ProcedureId One = new(1);
    private static readonly (RuleKey, RuleValue) Appealable = (Rules.AppealBody(Matter.ExcludeMember), new RuleValue.Choice("Assembly"));

    // What AR-M says: the council sanctions, the assembly hears appeals within thirty days, the measure stands meanwhile.
    private static readonly (RuleKey, RuleValue)[] ArgentineModel =
    [
        (Rules.CompetentBody(Matter.ExcludeMember), new RuleValue.Choice("Council")), Appealable,
        (Rules.AppealWithin, new RuleValue.Limit(new(30, TimeUnit.Days))), (Rules.ExclusionEffect, new RuleValue.Choice("AtOnce")),
    ];

    // What ES says: the council alone; effect once the appeal is over; two months, then it counts as upheld.
    private static readonly (RuleKey, RuleValue)[] Spanish =
    [
        (Rules.CompetentBody(Matter.ExcludeMember), new RuleValue.Choice("Council")), Appealable,
        (Rules.AppealWithin, new RuleValue.Limit(new(15, TimeUnit.Days))), (Rules.ExclusionEffect, new RuleValue.Choice("AppealLapsed")),
        (Rules.AppealDecidedWithin, new RuleValue.Limit(new(2, TimeUnit.Months))), (Rules.AppealSilence, new RuleValue.Choice("Upheld")),
    ];

    [Fact]
    public void A_procedure_keeps_its_steps_and_whoever_is_charged_is_heard()
    {
        var plant = Founded();
        var procedure = plant.Charge();
        plant.Investigate(procedure);
        plant.Enter(Person(8), new Defend(procedure, Person(8), Words("no fui yo")));
        plant.Hear(procedure, SanctionStep.Exclusion);
        var entries = plant.Impose(new ExcludeMember(Person(8), procedure));

        Assert.Contains(new Departed(Person(8), DepartureReason.Exclusion), entries);
        Assert.Equal([Person(8), Person(4), Person(9)], plant.State.Sanctions.Find(procedure)!.Involved);
        Assert.False(plant.State.Roster.Belongs(Person(8), plant.Now));
    }

    [Fact]
    public void Nobody_involved_votes_counts_or_proclaims()
    {
        var plant = Founded();
        var procedure = plant.Charge(accuser: 3);
        plant.Enter(Person(1), new NameInvestigator(procedure, Person(1)));
        plant.Hear(procedure, SanctionStep.Exclusion, investigator: 1);
        var id = plant.OpenAssembly(plant.Voters, AssemblyKind.Extraordinary, Matter.ExcludeMember);
        var motion = plant.Table(id, 1, new ExcludeMember(Person(8), procedure), Person(5));
        plant.Enter(Person(1), new TakeItem(id, 1));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(1), new OpenVote(id, motion, VoteMethod.RollCall, 10)).Code.Name);
        var standIn = plant.Enter(Person(6), new PassChair(id, motion)).OfType<SittingMandateGranted>().Single();
        Assert.Equal(Person(2), standIn.Person);
        var opened = plant.Enter(Person(2), new OpenVote(id, motion, VoteMethod.OwnPhone, 10), new Authority.Mandate(standIn.Mandate)).OfType<VoteOpened>().Single();
        Assert.Equal([Person(8), Person(3), Person(1)], opened.Recused);
        foreach (var involved in new[] { 8, 3, 1 }) Assert.Equal("vote.recused", plant.Refused(Person(involved), new CastBallot(id, motion, Choice.For)).Code.Name);
        foreach (var number in new[] { 2, 4, 5, 6, 7, 9, 10 }) plant.Enter(Person(number), new CastBallot(id, motion, Choice.For));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(3), new CloseVote(id, motion)).Code.Name);
        plant.Enter(Person(4), new CloseVote(id, motion));
        Assert.Contains(plant.Enter(Person(2), new ProclaimResult(id, motion), new Authority.Mandate(standIn.Mandate)), entry => entry is Departed);
    }

    [Fact]
    public void Of_a_roll_of_120_twelve_can_be_excluded_in_a_year_and_the_thirteenth_cannot_even_by_all()
    {
        var plant = Founded(120);
        var people = Enumerable.Range(21, 13).ToArray();
        foreach (var number in people) plant.Investigate(plant.Charge(number, accuser: 6));
        foreach (var one in plant.State.Sanctions.All.Values) plant.Enter(Person(9), new SetHearing(one.Id, plant.Local.PlusDays(6), Words("oficina")));
        plant.Now += Duration.FromDays(6);
        foreach (var one in plant.State.Sanctions.All.Values)
        {
            plant.Enter(Person(9), new RecordHearing(one.Id, true, Words("dijo")));
            plant.Enter(Person(9), new ReportOnCharge(one.Id, SanctionStep.Exclusion, Words("informe")));
        }

        var id = plant.OpenAssembly(plant.Voters, AssemblyKind.Extraordinary, [.. people.Select(_ => Matter.ExcludeMember)]);
        foreach (var (index, number) in people.Index())
        {
            var motion = plant.Table(id, index + 1, new ExcludeMember(Person(number), new(index + 1)));
            plant.OpenVote(id, index + 1, motion, VoteMethod.ShowOfHands);
            var all = plant.Sitting(id).Find(motion)!.Vote!.Voters.Count;
            plant.Enter(Person(3), new EnterCount(id, motion, all, 0, 0, 0, [Person(3), Person(4)]));
            var entries = plant.Enter(Person(1), new ProclaimResult(id, motion));
            if (number < 33) Assert.Contains(new Departed(Person(number), DepartureReason.Exclusion), entries);
            else Assert.Equal("sanction.cap-reached", entries.OfType<EffectBlocked>().Single().Reason);
        }
        Assert.True(plant.State.Roster.Votes(Person(33), plant.Now));
    }

    [Fact]
    public void In_the_argentine_model_the_council_excludes_and_the_measure_stands_while_the_assembly_hears_the_appeal()
    {
        var plant = Founded(30, House.Preset(ArgentineModel), withCouncil: true);
        plant.Council(10, 11, 12, 13);
        plant.Ready(accuser: 5);
        Assert.Equal("assembly.other-body", plant.Refused(Person(1), new IssueNotice(BodyId.Assembly, AssemblyKind.Extraordinary, plant.Local.PlusDays(20), Words("Nave 1"), [new(Words("Exclusión"), Matter.ExcludeMember)])).Code.Name);

        var session = plant.OpenSession(new(2), [10, 11, 12, 13], Matter.ExcludeMember);
        var motion = plant.Table(session, 1, new ExcludeMember(Person(8), One), Person(10));
        Assert.Contains(new Departed(Person(8), DepartureReason.Exclusion), plant.VoteAndProclaim(session, 1, motion, 4, method: VoteMethod.ShowOfHands));
        plant.Enter(Person(1), new CloseAssembly(session));

        // Thirty days to appeal, and it comes onto the next formal agenda of the assembly by itself.
        Assert.Equal(plant.Local.Date.PlusDays(30), plant.State.Sanctions.Find(One)!.Imposed!.AppealUntil!.Value.InZone(Zone).Date);
        plant.Enter(Person(8), new AppealSanction(One, Person(8), Words("apelo")));
        Assert.False(plant.State.Roster.Belongs(Person(8), plant.Now));
        var assembly = plant.OpenAssembly(plant.Voters, AssemblyKind.Extraordinary, Matter.General);
        Assert.Equal(new Came.Appealed(One), plant.Sitting(assembly).Agenda[0].Came);
        Assert.Equal(Matter.DecideAppeal, plant.Sitting(assembly).Agenda[0].Matter);
        var uphold = plant.Table(assembly, 1, new UpholdAppeal(Person(8), One), Person(5));
        var entries = plant.VoteAndProclaim(assembly, 1, uphold, 20);
        Assert.Contains(new Reinstated(Person(8)), entries);
        Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(8), plant.Now));
    }

    [Fact]
    public void In_spain_an_exclusion_waits_for_its_appeal_and_silence_upholds_it()
    {
        var plant = Founded(30, House.Preset(Spanish), withCouncil: true);
        plant.Council(10, 11, 12, 13);
        plant.Ready(accuser: 5);
        var session = plant.OpenSession(new(2), [10, 11, 12, 13], Matter.ExcludeMember);
        var motion = plant.Table(session, 1, new ExcludeMember(Person(8), One), Person(10));
        Assert.DoesNotContain(plant.VoteAndProclaim(session, 1, motion, 4), entry => entry is Departed);
        Assert.True(plant.State.Roster.Votes(Person(8), plant.Now));
        Assert.Equal("sanction.exclusion-pending", plant.Refused(Person(8), new Resign(Person(8))).Code.Name);

        plant.Enter(Person(8), new AppealSanction(One, Person(8), Words("apelo")));
        plant.Now = Zone.AtStartOfDay(plant.Local.Date.PlusMonths(2).PlusDays(1)).ToInstant() - Duration.Epsilon;
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new EnterDue(), new Authority.RuleDue()).Code.Name);
        plant.Now += Duration.Epsilon;
        Assert.Contains(new SanctionAppealDecided(One, Person(8), true, null), plant.DeskEntersDue());
        Assert.True(plant.State.Roster.Votes(Person(8), plant.Now));
        plant.Enter(Person(8), new Resign(Person(8)));
    }

    [Fact]
    public void In_spain_who_does_not_appeal_in_time_is_out_by_itself()
    {
        var plant = Founded(30, House.Preset(Spanish), withCouncil: true);
        plant.Council(10, 11, 12, 13);
        plant.Ready(accuser: 5);
        var session = plant.OpenSession(new(2), [10, 11, 12, 13], Matter.ExcludeMember);
        plant.VoteAndProclaim(session, 1, plant.Table(session, 1, new ExcludeMember(Person(8), One), Person(10)), 4);
        plant.Now += Duration.FromDays(16);
        Assert.Equal([new SanctionTookEffect(One, Person(8)), new Departed(Person(8), DepartureReason.Exclusion)], plant.DeskEntersDue());
    }

    [Theory]
    [InlineData(66, false)]
    [InlineData(67, true)]
    public void In_greece_two_thirds_of_the_whole_roll_exclude(int inFavour, bool carried)
    {
        var twoThirds = new RuleValue.Majority(new(Fraction.TwoThirds, false, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.CountInBase, RecusedInBase: true));
        var plant = Founded(100, House.Preset((Rules.CompetentBody(Matter.ExcludeMember), new RuleValue.Choice("Assembly")), (Rules.MajorityFor(Matter.ExcludeMember), twoThirds)));
        Assert.Equal(carried, plant.Impose(new ExcludeMember(Person(8), plant.Ready()), inFavour).OfType<ResultProclaimed>().Single().Carried);
    }

    [Fact]
    public void A_charge_that_nobody_decides_falls_and_who_leaves_takes_it_along()
    {
        var plant = Founded();
        plant.Charge();
        plant.Charge(7, SanctionStep.Warning);
        Assert.Contains(new ProcedureClosed(new(2), Person(7), Person(4), ProcedureEnd.PersonLeft), plant.Enter(Person(7), new Resign(Person(7))));
        plant.Now += Duration.FromDays(61);
        Assert.Contains(new ProcedureClosed(One, Person(8), Person(4), ProcedureEnd.Lapsed), plant.DeskEntersDue());
        Assert.Equal("sanction.closed", plant.Refused(Person(8), new Defend(One, Person(8), Words("tarde"))).Code.Name);
    }

    [Fact]
    public void The_ladder_is_climbed_step_by_step_where_the_norms_say_so()
    {
        var plant = Founded(20, House.Preset((Rules.Ladder, new RuleValue.Switch(true))));
        Assert.Equal("sanction.ladder-skipped", plant.NotImposed(new ExcludeMember(Person(8), plant.Ready())).Code.Name);
        var warning = plant.Charge(8, SanctionStep.Warning, accuser: 5);
        plant.Now += Duration.FromDays(6);
        plant.Impose(new WarnMember(Person(8), warning, SanctionStep.Warning));
        Assert.Contains(plant.Impose(new ExcludeMember(Person(8), One)), entry => entry is Departed);
    }

    [Fact]
    public void A_suspension_by_procedure_ends_by_itself_and_one_that_is_annulled_ends_at_once()
    {
        var plant = Founded(20);
        var procedure = plant.Ready(step: SanctionStep.Suspension);
        plant.Impose(new SuspendMember(Person(8), procedure, plant.Local.Date.PlusDays(34)));
        Assert.Equal(Standing.Suspended, plant.State.Roster.StandingOf(Person(8), plant.Now));
        var resolution = plant.State.Sanctions.Find(procedure)!.Imposed!.Resolution!.Value;
        var entries = plant.Enter(Person(3), new RecordAnnulment(resolution, Words("sentencia")));
        Assert.Contains(new ProcedureClosed(procedure, Person(8), Person(4), ProcedureEnd.Annulled), entries);
        Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(8), plant.Now));
    }

    [Fact]
    public void The_council_does_not_sanction_who_audits_it()
    {
        var plant = Founded(20, House.Preset(ArgentineModel), withCouncil: true);
        plant.Council(10, 11, 12, 13);
        plant.Charge(3);
        plant.Enter(Person(1), new NameInvestigator(One, Person(9)));
        plant.Hear(One, SanctionStep.Exclusion);
        var session = plant.OpenSession(new(2), [10, 11, 12, 13], Matter.ExcludeMember);
        Assert.Equal("motion.other-body", plant.Refused(Person(10), new TableMotion(session, 1, Words("moción"), new ExcludeMember(Person(3), One))).Code.Name);
    }

    [Fact]
    public void A_mediation_that_settles_it_ends_it()
    {
        var plant = SanctionsExamples.WithMediator(7);
        plant.Charge();
        Assert.Equal([new Mediated(One, Person(8), Person(4), true, null), new ProcedureClosed(One, Person(8), Person(4), ProcedureEnd.Settled)], plant.Enter(Person(7), new RecordMediation(One, true)));
    }
}
