using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Refusals;

/// <summary>How an authority fails to carry an act.</summary>
internal static class AuthorityExamples
{
    public static IEnumerable<Example> All =>
    [
        new(AuthorityRefusals.NotAccepted, () => Founded().Refused(Person(1), new Admit(Person(9)), new Authority.Membership())),
        new(AuthorityRefusals.NotYourAffair, () => Founded().Refused(Person(1), new Resign(Person(2)), new Authority.OwnAffair())),
        new(AuthorityRefusals.NotMember, () => Founded().Refused(Person(99), new SignPetition(new(1)), new Authority.Membership())),
        new(AuthorityRefusals.NotMember, SuspendedKeeper),
        new(AuthorityRefusals.NotYourMandate, () => Founded().Refused(Person(2), Weekly(), new Authority.Mandate(new(1)))),
        new(AuthorityRefusals.MandateOver, TermOver),
        new(AuthorityRefusals.PowerMissing, () => Founded().Refused(Person(1), new BeginTrial(Person(9), FirstDay), new Authority.Mandate(new(1)))),
        new(AuthorityRefusals.OtherSitting, ChairElsewhere),
        new(AuthorityRefusals.OtherBody, SectorCallsAll),
        new(AuthorityRefusals.OtherBody, SectorKeepsTheRosterOfAll),
        new(AuthorityRefusals.OnlyTheDesk, () => Founded().Refused(Person(1), new EnterDue(), new Authority.RuleDue())),
        new(AuthorityRefusals.ResolutionsExecuteThemselves, () => Founded().Refused(Person(1), new Admit(Person(9)), new Authority.Resolution(new(1)))),
    ];

    private static IssueNotice Weekly() =>
        new(BodyId.Assembly, AssemblyKind.Weekly, FirstDay.PlusDays(5).At(new(18, 0)), Words("Nave 1"), [new(Words("Varios"), Matter.General)]);

    private static Refusal SuspendedKeeper()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(2), plant.Local.Date.PlusDays(10)));
        return plant.Refused(Person(2), new SetVoiceOnly(Person(9), true), new Authority.Mandate(new(2)));
    }

    private static Refusal TermOver()
    {
        var plant = Founded();
        plant.Now += Duration.FromDays(400);
        return plant.Refused(Person(1), Weekly(), new Authority.Mandate(new(1)));
    }

    private static Refusal ChairElsewhere()
    {
        var plant = Founded();
        var one = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        var other = plant.Notice(AssemblyKind.Weekly, 3, Matter.General);
        var chair = plant.State.Posts.Officers(one).First(officer => officer.Powers.Contains(Power.Chair));
        return plant.Refused(Person(1), new DeclareCall(other, 1), new Authority.Mandate(chair.Id));
    }

    private static Refusal SectorCallsAll()
    {
        var plant = Founded();
        plant.Sector(6);
        return plant.Refused(Person(6), Weekly(), plant.Citing(6, Power.Convene));
    }

    private static Refusal SectorKeepsTheRosterOfAll()
    {
        var plant = Founded();
        plant.Sector(6);
        return plant.Refused(Person(6), new RecordDeparture(Person(7), DepartureReason.Death), plant.Citing(6, Power.KeepRoster));
    }
}
