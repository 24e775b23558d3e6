using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Sanctions;

/// <summary>How an act about sanctions is refused.</summary>
internal static class SanctionsExamples
{
    private static readonly ProcedureId One = new(1);

    private static readonly (RuleKey, RuleValue) Appealable = (Rules.AppealBody(Matter.ExcludeMember), new RuleValue.Choice("Assembly"));

    public static IEnumerable<Example> All =>
    [
        new(SanctionsRefusals.Unknown, () => Founded().Refused(Person(8), new Defend(One, Person(8), Words("no")))),
        new(SanctionsRefusals.Unknown, () => Charged().Refused(Person(7), new AppealSanction(One, Person(7), Words("no")))),
        new(SanctionsRefusals.Closed, () => Settled().Refused(Person(8), new Defend(One, Person(8), Words("no")))),
        new(SanctionsRefusals.NotMember, () => Founded().Refused(Person(4), new LayCharge(Person(99), SanctionStep.Warning, Words("a"), Words("b")))),
        new(SanctionsRefusals.OwnCharge, () => Founded().Refused(Person(4), new LayCharge(Person(4), SanctionStep.Warning, Words("a"), Words("b")))),
        new(SanctionsRefusals.AlreadyCharged, () => Charged().Refused(Person(4), new LayCharge(Person(8), SanctionStep.Warning, Words("a"), Words("b")))),
        new(SanctionsRefusals.Involved, () => Charged().Refused(Person(1), new NameInvestigator(One, Person(4)))),
        new(SanctionsRefusals.Involved, () => Charged(1).Refused(Person(1), new NameInvestigator(One, Person(9)))),
        new(SanctionsRefusals.Involved, AccuserMediates),
        new(SanctionsRefusals.NotInvestigator, () => Investigated().Refused(Person(7), new SetHearing(One, FirstDay.PlusDays(9).At(LocalTime.Noon), Words("oficina")))),
        new(SanctionsRefusals.HearingTooSoon, () => Investigated().Refused(Person(9), new SetHearing(One, FirstDay.PlusDays(4).At(LocalTime.Noon), Words("oficina")))),
        new(SanctionsRefusals.AlreadyHeard, () => Ready().Refused(Person(9), new SetHearing(One, FirstDay.PlusDays(30).At(LocalTime.Noon), Words("oficina")))),
        new(SanctionsRefusals.HearingNotYet, () => Investigated().Refused(Person(9), new RecordHearing(One, true, Words("dijo")))),
        new(SanctionsRefusals.NotHeard, () => Investigated().Refused(Person(9), new ReportOnCharge(One, null, Words("informe")))),
        new(SanctionsRefusals.MediationFirst, WithoutMediation),
        new(SanctionsRefusals.AlreadyReported, () => Ready().Refused(Person(9), new ReportOnCharge(One, null, Words("informe")))),
        new(SanctionsRefusals.BeyondCharge, () => Ready(SanctionStep.Suspension).NotImposed(new ExcludeMember(Person(8), One))),
        new(SanctionsRefusals.WrongStep, () => Ready().NotImposed(new WarnMember(Person(8), One, SanctionStep.Exclusion))),
        new(SanctionsRefusals.ProcedureNeeded, () => Investigated().NotImposed(new ExcludeMember(Person(8), One))),
        new(SanctionsRefusals.ProcedureNeeded, () => Founded(preset: FromSuspension).Blocked(new Suspend(Person(8), FirstDay.PlusDays(9)))),
        new(SanctionsRefusals.DefenceOpen, WarnedAtOnce),
        new(SanctionsRefusals.LadderSkipped, () => Ready(preset: House.Preset((Rules.Ladder, new RuleValue.Switch(true)))).NotImposed(new ExcludeMember(Person(8), One))),
        new(SanctionsRefusals.DayPassed, () => Ready().NotImposed(new SuspendMember(Person(8), One, FirstDay))),
        new(SanctionsRefusals.SuspensionTooLong, () => Ready().NotImposed(new SuspendMember(Person(8), One, FirstDay.PlusDays(90)))),
        new(SanctionsRefusals.CapReached, SecondOfTen),
        new(SanctionsRefusals.NothingToAppeal, () => Ready().Refused(Person(8), new AppealSanction(One, Person(8), Words("no")))),
        new(SanctionsRefusals.NoAppeal, () => Excluded().Refused(Person(8), new AppealSanction(One, Person(8), Words("no")))),
        new(SanctionsRefusals.AppealTooLate, AppealedLate),
        new(SanctionsRefusals.AlreadyAppealed, () => Appealed().Refused(Person(8), new AppealSanction(One, Person(8), Words("no")))),
        new(SanctionsRefusals.NotAppealed, () => Excluded(Appealable).NotImposed(new UpholdAppeal(Person(8), One))),
        new(SanctionsRefusals.ExclusionPending, () => Investigated().Refused(Person(8), new Resign(Person(8)))),
    ];

    private static Preset FromSuspension => House.Preset((Rules.ProcedureFrom, new RuleValue.Choice("Suspension")));

    private static Plant Charged(int accuser = 4)
    {
        var plant = Founded();
        plant.Charge(accuser: accuser);
        return plant;
    }

    private static Plant Investigated()
    {
        var plant = Charged();
        plant.Investigate(One);
        return plant;
    }

    private static Plant Ready(SanctionStep step = SanctionStep.Exclusion, Preset? preset = null)
    {
        var plant = Founded(preset: preset);
        plant.Ready(step: step);
        return plant;
    }

    private static Plant Excluded(params (RuleKey, RuleValue)[] rules)
    {
        var plant = Ready(preset: House.Preset([.. rules]));
        plant.Impose(new ExcludeMember(Person(8), One));
        return plant;
    }

    private static Plant Appealed()
    {
        var plant = Excluded(Appealable);
        plant.Enter(Person(8), new AppealSanction(One, Person(8), Words("apelo")));
        return plant;
    }

    private static Refusal AppealedLate()
    {
        var plant = Excluded(Appealable);
        plant.Now += Duration.FromDays(17);
        return plant.Refused(Person(8), new AppealSanction(One, Person(8), Words("apelo")));
    }

    private static Refusal WarnedAtOnce()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(plant.Voters, Matter.WarnMember);
        plant.Charge(step: SanctionStep.Warning);
        var entries = plant.Decide(id, new WarnMember(Person(8), One, SanctionStep.Warning));
        return new RefusalCode(entries.OfType<Domain.Resolutions.EffectBlocked>().Single().Reason);
    }

    private static Refusal SecondOfTen()
    {
        var plant = Excluded();
        plant.Ready(7);
        return plant.NotImposed(new ExcludeMember(Person(7), new(2)));
    }

    private static Refusal WithoutMediation()
    {
        var plant = Founded(preset: House.Preset((Rules.MediationFirst, new RuleValue.Switch(true))));
        plant.Charge();
        plant.Investigate(One);
        plant.Enter(Person(9), new SetHearing(One, plant.Local.PlusDays(6), Words("oficina")));
        plant.Now += Duration.FromDays(6);
        plant.Enter(Person(9), new RecordHearing(One, false, Words("no vino")));
        return plant.Refused(Person(9), new ReportOnCharge(One, null, Words("informe")));
    }

    private static Refusal AccuserMediates()
    {
        var plant = WithMediator(4);
        plant.Charge();
        return plant.Refused(Person(4), new RecordMediation(One, true));
    }

    private static Plant Settled()
    {
        var plant = WithMediator(7);
        plant.Charge();
        plant.Enter(Person(7), new RecordMediation(One, true, Words("acuerdo")));
        return plant;
    }

    internal static Plant WithMediator(int person)
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(new(Words("Mediación"), BodyId.Assembly, [Power.Mediate], 1, 12))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(person)));
        return plant;
    }
}
