namespace Autogestion.Domain.Kernel;

/// <summary>Where a power to act can come from.</summary>
public enum Source
{
    /// <summary>One's own affair, also of people who are not members.</summary>
    OwnAffair,
    Membership,
    Mandate,
    Resolution,

    /// <summary>A letter from another book.</summary>
    Letter,

    /// <summary>A rule that fell due: a term ended, a date came.</summary>
    RuleDue,
}

/// <summary>The one source of authority that an act cites. One place checks it: <c>Collective.Authorise</c>.</summary>
public abstract record Authority
{
    private Authority()
    {
    }

    public abstract Source Source { get; }

    public sealed record OwnAffair : Authority
    {
        public override Source Source => Source.OwnAffair;
    }

    public sealed record Membership : Authority
    {
        public override Source Source => Source.Membership;
    }

    /// <summary>A live mandate of the actor.</summary>
    public sealed record Mandate(MandateId Id) : Authority
    {
        public override Source Source => Source.Mandate;
    }

    /// <summary>A resolution whose effect this is. Nobody cites it from outside: resolutions execute by themselves.</summary>
    public sealed record Resolution(ResolutionId Id) : Authority
    {
        public override Source Source => Source.Resolution;
    }

    public sealed record Letter(LetterId Id) : Authority
    {
        public override Source Source => Source.Letter;
    }

    public sealed record RuleDue : Authority
    {
        public override Source Source => Source.RuleDue;
    }
}

/// <summary>What a mandate lets its holder do. Powers come only from mandates, mandates only from resolutions, the founding deed or the law.</summary>
public enum Power
{
    None,

    /// <summary>Issue notices and declare calls.</summary>
    Convene,

    /// <summary>Keep the roster: applications, trials, departures, invitations.</summary>
    KeepRoster,

    /// <summary>Keep the minutes and their folios.</summary>
    KeepMinutes,

    /// <summary>Speak for the collective to others: letters, registrations.</summary>
    Represent,

    /// <summary>Read everything, record the law's changes, confirm account recoveries.</summary>
    Audit,

    /// <summary>Chair a sitting: open it, give the floor, open votes, proclaim, recess, close.</summary>
    Chair,

    /// <summary>Check people in and out, and enter what people do by hand, in one sitting.</summary>
    KeepAttendance,

    /// <summary>Count hands and papers in one sitting.</summary>
    CountVotes,

    /// <summary>Sign the minutes of one sitting in the name of those present.</summary>
    SignMinutes,

    /// <summary>Keep the rosters of common duties: make them, plan their weeks, check turns in.</summary>
    KeepDuties,

    /// <summary>Sit in the council of coordinators for one's sector or shift.</summary>
    Coordinate,

    /// <summary>Mediate in a conflict before it comes to a sanction.</summary>
    Mediate,

    /// <summary>Keep the hours: shifts, absences, hours of those who are no members, what was forgotten.</summary>
    KeepHours,

    /// <summary>Keep the accounts: write in the journal, close periods, draw up pay and statements.</summary>
    KeepAccounts,

    /// <summary>Pay out and spend what the collective has resolved.</summary>
    PayOut,
}
