namespace Autogestion.Domain.Pay;

/// <summary>Why an act about pay is refused, in order of precedence.</summary>
public static class PayRefusals
{
    /// <summary>It is about oneself.</summary>
    public static readonly RefusalCode Own = new("pay.own");

    /// <summary>A part of the rule is missing, negative or too large.</summary>
    public static readonly RefusalCode BadRule = new("pay.bad-rule");

    /// <summary>The table goes beyond the ratio that the law or the statutes allow.</summary>
    public static readonly RefusalCode AboveRatio = new("pay.above-ratio");

    /// <summary>The assembly has set no rule.</summary>
    public static readonly RefusalCode NoRule = new("pay.no-rule");

    /// <summary>The table has no such grade.</summary>
    public static readonly RefusalCode UnknownGrade = new("pay.unknown-grade");

    /// <summary>That person neither belongs to the collective nor is on trial.</summary>
    public static readonly RefusalCode NotOfCollective = new("pay.not-of-collective");

    /// <summary>Not a number of people that makes sense.</summary>
    public static readonly RefusalCode BadNeed = new("pay.bad-need");

    /// <summary>No amount, or a month that is over.</summary>
    public static readonly RefusalCode BadDeduction = new("pay.bad-deduction");

    /// <summary>Nothing of that kind is taken off.</summary>
    public static readonly RefusalCode NoDeduction = new("pay.no-deduction");

    /// <summary>The month is not over, or too long ago.</summary>
    public static readonly RefusalCode WrongMonth = new("pay.wrong-month");

    /// <summary>Nobody worked that month.</summary>
    public static readonly RefusalCode Nobody = new("pay.nobody");

    /// <summary>The month was settled.</summary>
    public static readonly RefusalCode Settled = new("pay.settled");

    /// <summary>That month was not drawn up, or not for that person.</summary>
    public static readonly RefusalCode NoSlip = new("pay.no-slip");

    /// <summary>The time to contest is over.</summary>
    public static readonly RefusalCode TooLate = new("pay.too-late");

    /// <summary>It waits for an answer already.</summary>
    public static readonly RefusalCode Waits = new("pay.waits");

    /// <summary>Nothing of that slip was contested.</summary>
    public static readonly RefusalCode NotContested = new("pay.not-contested");

    /// <summary>Slips can still be contested.</summary>
    public static readonly RefusalCode WindowOpen = new("pay.window-open");

    /// <summary>A slip that was contested waits for an answer.</summary>
    public static readonly RefusalCode Unanswered = new("pay.unanswered");

    /// <summary>Nothing is owed.</summary>
    public static readonly RefusalCode NothingOwed = new("pay.nothing-owed");

    /// <summary>No amount, or more than is owed.</summary>
    public static readonly RefusalCode WrongAmount = new("pay.wrong-amount");

    /// <summary>There is not that much money.</summary>
    public static readonly RefusalCode CashShort = new("pay.cash-short");
}
