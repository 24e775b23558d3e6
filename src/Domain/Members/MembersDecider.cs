using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Members;

/// <summary>Decides who belongs, from application to departure.</summary>
public static class MembersDecider
{
    public static Decision Decide(MemberAct act, Stamp stamp, Roster roster, StatuteBook statutes) => act switch
    {
        ApplyForAdmission apply => Apply(apply, roster),
        BeginTrial begin => Begin(begin, stamp, roster, statutes),
        Admit admit => Admit(admit, stamp, roster),
        Resign resign => Leave(resign.Person, DepartureReason.Resignation, stamp, roster),
        RecordDeparture record => Record(record, stamp, roster),
        SetVoiceOnly set => SetVoice(set, stamp, roster),
        Suspend suspend => Suspend(suspend, stamp, roster, statutes),
        ProposeRecovery propose => Propose(propose, stamp, roster),
        ConfirmRecovery confirm => Confirm(confirm, stamp, roster),
        RecordInvitation invitation => Invite(invitation, stamp, roster),
        RecordEntrance entrance => roster.StandingOf(entrance.Person, stamp.Entered) switch
        {
            null => MembersRefusals.UnknownPerson,
            Standing.Departed => MembersRefusals.NotMember,
            _ => new CameIn(entrance.Person),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>A commitment is the base64url form of 32 bytes: 43 characters.</summary>
    public static bool IsCommitment(string text) =>
        text.Length == 43 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static Decision Apply(ApplyForAdmission act, Roster roster)
    {
        if (act.Person == PersonId.Nobody) return MembersRefusals.UnknownPerson;
        if (roster.Find(act.Person) is { Standing: not Standing.Departed }) return MembersRefusals.AlreadyKnown;
        if (!IsCommitment(act.Commitment)) return MembersRefusals.BadCommitment;
        return new Applied(act.Person, act.Commitment, act.Letter);
    }

    private static Decision Begin(BeginTrial act, Stamp stamp, Roster roster, StatuteBook statutes)
    {
        if (roster.Find(act.Person) is not { } person) return MembersRefusals.UnknownPerson;
        if (person.Standing != Standing.Candidate) return MembersRefusals.NotCandidate;
        var today = stamp.Entered.InZone(roster.Zone).Date;
        if (act.Until < today) return MembersRefusals.DayPassed;
        var rule = statutes.Rule(Rules.LongestTrial);
        return act.Until > rule.Value.Value.After(today)
            ? MembersRefusals.TrialTooLong.With("latest", rule.Value.Value.After(today)).Under(rule.Cited)
            : new TrialBegun(act.Person, act.Until);
    }

    private static Decision Admit(Admit act, Stamp stamp, Roster roster) => roster.StandingOf(act.Person, stamp.Entered) switch
    {
        null => MembersRefusals.UnknownPerson,
        Standing.Candidate or Standing.OnTrial => new Admitted(act.Person, roster.NextNumber, roster.People[act.Person].Commitment),
        _ => MembersRefusals.NotCandidate,
    };

    private static Decision Leave(PersonId person, DepartureReason reason, Stamp stamp, Roster roster) => roster.StandingOf(person, stamp.Entered) switch
    {
        null => MembersRefusals.UnknownPerson,
        Standing.Departed => MembersRefusals.NotMember,
        Standing.Candidate or Standing.OnTrial when reason == DepartureReason.Resignation => new Departed(person, DepartureReason.ApplicationWithdrawn),
        _ => new Departed(person, reason),
    };

    private static Decision Record(RecordDeparture act, Stamp stamp, Roster roster)
    {
        var standing = roster.StandingOf(act.Person, stamp.Entered);
        if (standing is null) return MembersRefusals.UnknownPerson;
        if (standing == Standing.Departed) return MembersRefusals.NotMember;
        var candidate = standing is Standing.Candidate or Standing.OnTrial;
        return act.Reason == DepartureReason.Death || (act.Reason == DepartureReason.ApplicationWithdrawn && candidate)
            ? Leave(act.Person, act.Reason, stamp, roster)
            : MembersRefusals.ReasonNotYours;
    }

    private static Decision SetVoice(SetVoiceOnly act, Stamp stamp, Roster roster) => roster.StandingOf(act.Person, stamp.Entered) switch
    {
        null => MembersRefusals.UnknownPerson,
        Standing.Member when act.VoiceOnly => new VoiceOnlySet(act.Person, true),
        Standing.VoiceOnly when !act.VoiceOnly => new VoiceOnlySet(act.Person, false),
        Standing.Member or Standing.VoiceOnly => MembersRefusals.NothingChanges,
        _ => MembersRefusals.NotMember,
    };

    private static Decision Suspend(Suspend act, Stamp stamp, Roster roster, StatuteBook statutes)
    {
        if (roster.Find(act.Person) is null) return MembersRefusals.UnknownPerson;
        if (roster.StandingOf(act.Person, stamp.Entered) is not (Standing.Member or Standing.VoiceOnly)) return MembersRefusals.NotMember;
        var today = stamp.Entered.InZone(roster.Zone).Date;
        if (act.Until < today) return MembersRefusals.DayPassed;
        var rule = statutes.Rule(Rules.LongestSuspension);
        return act.Until > rule.Value.Value.After(today)
            ? MembersRefusals.SuspensionTooLong.With("latest", rule.Value.Value.After(today)).Under(rule.Cited)
            : new Suspended(act.Person, act.Until);
    }

    private static Decision Invite(RecordInvitation act, Stamp stamp, Roster roster)
    {
        var standing = roster.StandingOf(act.Person, stamp.Entered);
        if (standing is null) return MembersRefusals.UnknownPerson;
        if (standing == Standing.Departed) return MembersRefusals.NotMember;
        return act.Until <= stamp.Entered ? MembersRefusals.DayPassed : new Invited(act.Person, act.Until);
    }

    private static Decision Propose(ProposeRecovery act, Stamp stamp, Roster roster)
    {
        if (roster.Find(act.Person) is null) return MembersRefusals.UnknownPerson;
        if (roster.StandingOf(act.Person, stamp.Entered) == Standing.Departed) return MembersRefusals.NotMember;
        if (act.Person == stamp.Actor) return MembersRefusals.SecondPersonNeeded;
        return new RecoveryProposed(act.Person);
    }

    private static Decision Confirm(ConfirmRecovery act, Stamp stamp, Roster roster)
    {
        if (roster.Find(act.Person) is null) return MembersRefusals.UnknownPerson;
        if (roster.StandingOf(act.Person, stamp.Entered) == Standing.Departed) return MembersRefusals.NotMember;
        if (!roster.Recoveries.TryGetValue(act.Person, out var first)) return MembersRefusals.RecoveryNotProposed;
        return first == stamp.Actor || act.Person == stamp.Actor ? MembersRefusals.SecondPersonNeeded : new RecoveryConfirmed(act.Person);
    }
}
