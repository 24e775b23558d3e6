namespace Autogestion.Domain.Accounts;

/// <summary>Why an act about the accounts is refused, in order of precedence.</summary>
public static class AccountsRefusals
{
    /// <summary>No accounts are kept yet: first a chart.</summary>
    public static readonly RefusalCode NoChart = new("accounts.no-chart");

    /// <summary>There is a chart.</summary>
    public static readonly RefusalCode HasChart = new("accounts.has-chart");

    /// <summary>The chart lacks a role that is needed, names a code twice, or a code or currency that is none.</summary>
    public static readonly RefusalCode BadChart = new("accounts.bad-chart");

    /// <summary>That code is taken, or is none.</summary>
    public static readonly RefusalCode BadCode = new("accounts.bad-code");

    /// <summary>No account has that code.</summary>
    public static readonly RefusalCode UnknownAccount = new("accounts.unknown-account");

    /// <summary>The account is closed.</summary>
    public static readonly RefusalCode AccountClosed = new("accounts.account-closed");

    /// <summary>The account is not at zero, or it is the last of a role that is needed.</summary>
    public static readonly RefusalCode AccountInUse = new("accounts.account-in-use");

    /// <summary>The chart has no open account for that role.</summary>
    public static readonly RefusalCode NoAccountFor = new("accounts.no-account-for");

    /// <summary>Balances to begin with come before anything else.</summary>
    public static readonly RefusalCode AlreadyBegun = new("accounts.already-begun");

    /// <summary>A transaction has two lines or more, and not too many.</summary>
    public static readonly RefusalCode TooFewLines = new("accounts.too-few-lines");

    /// <summary>Too many transactions or lines at once.</summary>
    public static readonly RefusalCode TooMany = new("accounts.too-many");

    /// <summary>A line has no amount.</summary>
    public static readonly RefusalCode ZeroLine = new("accounts.zero-line");

    /// <summary>No open section has that number, or the account is not one of results.</summary>
    public static readonly RefusalCode UnknownSection = new("accounts.unknown-section");

    /// <summary>Origins tell results apart, and this account is none of results.</summary>
    public static readonly RefusalCode OriginOutside = new("accounts.origin-outside-results");

    /// <summary>The amount in the other currency at its rate is not the amount of the line.</summary>
    public static readonly RefusalCode WrongRate = new("accounts.wrong-rate");

    /// <summary>An amount is beyond what accounts can hold.</summary>
    public static readonly RefusalCode TooLarge = new("accounts.too-large");

    /// <summary>Debits and credits differ.</summary>
    public static readonly RefusalCode Unbalanced = new("accounts.unbalanced");

    /// <summary>The result of a year is allotted by resolution, never by hand.</summary>
    public static readonly RefusalCode ByResolution = new("accounts.by-resolution");

    /// <summary>A reserve that is nobody's is not taken by hand, nor does a fund for a purpose go to members.</summary>
    public static readonly RefusalCode Indivisible = new("accounts.indivisible");

    /// <summary>The day has not come.</summary>
    public static readonly RefusalCode FutureDay = new("accounts.future-day");

    /// <summary>The month of that day is closed.</summary>
    public static readonly RefusalCode ClosedMonth = new("accounts.closed-month");

    /// <summary>That day is before the accounts begin, or too long ago.</summary>
    public static readonly RefusalCode BeforeBeginning = new("accounts.before-beginning");

    /// <summary>No transaction of an open year has that number.</summary>
    public static readonly RefusalCode UnknownTransaction = new("accounts.unknown-transaction");

    /// <summary>It was taken back already, or comes from another room, where it is to be corrected.</summary>
    public static readonly RefusalCode NotReversible = new("accounts.not-reversible");

    /// <summary>That month is not over, or is closed.</summary>
    public static readonly RefusalCode WrongMonth = new("accounts.wrong-month");

    /// <summary>Years are closed in order, when their months are.</summary>
    public static readonly RefusalCode WrongYear = new("accounts.wrong-year");

    /// <summary>That year was approved, or is not closed.</summary>
    public static readonly RefusalCode NotToApprove = new("accounts.not-to-approve");
}
