using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Members;

/// <summary>How an act about belonging is refused.</summary>
internal static class MembersExamples
{
    public static IEnumerable<Example> All =>
    [
        new(MembersRefusals.UnknownPerson, () => Keeper(new BeginTrial(Person(99), FirstDay))),
        new(MembersRefusals.UnknownPerson, () => Keeper(new RecordDeparture(Person(99), DepartureReason.Death))),
        new(MembersRefusals.UnknownPerson, () => Keeper(new SetVoiceOnly(Person(99), true))),
        new(MembersRefusals.UnknownPerson, () => Keeper(new ProposeRecovery(Person(99)))),
        new(MembersRefusals.UnknownPerson, () => Keeper(new ApplyForAdmission(PersonId.Nobody, Commitment(1)))),
        new(MembersRefusals.UnknownPerson, () => Founded().Refused(Person(3), new ConfirmRecovery(Person(99)))),
        new(MembersRefusals.UnknownPerson, () => Founded().Blocked(new Admit(Person(99)))),
        new(MembersRefusals.UnknownPerson, () => Keeper(new RecordInvitation(Person(99), Instant.MaxValue))),
        new(MembersRefusals.UnknownPerson, () => Founded().Refused(Person(99), new RecordEntrance(Person(99)))),
        new(MembersRefusals.AlreadyKnown, () => Founded().Refused(Person(2), new ApplyForAdmission(Person(2), Commitment(2)))),
        new(MembersRefusals.NotCandidate, () => Keeper(new BeginTrial(Person(5), FirstDay))),
        new(MembersRefusals.NotCandidate, () => Founded().Blocked(new Admit(Person(5)))),
        new(MembersRefusals.NotMember, () => WithCandidate().Refused(Person(2), new SetVoiceOnly(Person(20), true))),
        new(MembersRefusals.NotMember, () => WithCandidate().Blocked(new Suspend(Person(20), FirstDay.PlusDays(5)))),
        new(MembersRefusals.NotMember, ResignedTwice),
        new(MembersRefusals.BadCommitment, () => Founded().Refused(Person(20), new ApplyForAdmission(Person(20), "Rosa"))),
        new(MembersRefusals.DayPassed, () => WithCandidate().Refused(Person(2), new BeginTrial(Person(20), FirstDay.PlusDays(-1)))),
        new(MembersRefusals.DayPassed, () => Keeper(new RecordInvitation(Person(5), Instant.FromUtc(2024, 1, 1, 0, 0)))),
        new(MembersRefusals.DayPassed, () => Founded().Blocked(new Suspend(Person(5), FirstDay))),
        new(MembersRefusals.TrialTooLong, () => WithCandidate().Refused(Person(2), new BeginTrial(Person(20), FirstDay.PlusMonths(6).PlusDays(1)))),
        new(MembersRefusals.SuspensionTooLong, () => Founded().Blocked(new Suspend(Person(5), FirstDay.PlusDays(40)))),
        new(MembersRefusals.ReasonNotYours, () => Keeper(new RecordDeparture(Person(5), DepartureReason.Exclusion))),
        new(MembersRefusals.ReasonNotYours, () => Keeper(new RecordDeparture(Person(5), DepartureReason.Resignation))),
        new(MembersRefusals.ReasonNotYours, () => Keeper(new RecordDeparture(Person(5), DepartureReason.ApplicationWithdrawn))),
        new(MembersRefusals.NothingChanges, () => Keeper(new SetVoiceOnly(Person(5), false))),
        new(MembersRefusals.RecoveryNotProposed, () => Founded().Refused(Person(3), new ConfirmRecovery(Person(5)))),
        new(MembersRefusals.SecondPersonNeeded, () => Keeper(new ProposeRecovery(Person(2)))),
        new(MembersRefusals.SecondPersonNeeded, AuditorConfirmsForHerself),
    ];

    private static Refusal Keeper(MemberAct act) => Founded().Refused(Person(2), act);

    private static Plant WithCandidate()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        return plant;
    }

    private static Refusal ResignedTwice()
    {
        var plant = Founded();
        plant.Enter(Person(7), new Resign(Person(7)));
        return plant.Refused(Person(7), new Resign(Person(7)));
    }

    private static Refusal AuditorConfirmsForHerself()
    {
        var plant = Founded();
        plant.Enter(Person(2), new ProposeRecovery(Person(3)));
        return plant.Refused(Person(3), new ConfirmRecovery(Person(3)));
    }
}
