namespace Autogestion.Domain.Accounts;

/// <summary>An entry about the accounts.</summary>
public abstract record AccountsEntry : Entry;

/// <summary>Accounts are kept from here on.</summary>
[Named("accounts.chart-adopted"), SeenBy(Audience.Members)]
public sealed record ChartAdopted(Chart Chart) : AccountsEntry;

/// <summary>One more account.</summary>
[Named("accounts.account-opened"), SeenBy(Audience.Members)]
public sealed record AccountOpened(ChartAccount Account) : AccountsEntry;

/// <summary>Nothing more is written on an account.</summary>
[Named("accounts.account-closed"), SeenBy(Audience.Members)]
public sealed record AccountClosed(string Code) : AccountsEntry;

/// <summary>An account is called otherwise.</summary>
[Named("accounts.account-renamed"), SeenBy(Audience.Members)]
public sealed record AccountRenamed(string Code, Text Name) : AccountsEntry;

/// <summary>One more section.</summary>
[Named("accounts.section-opened"), SeenBy(Audience.Members)]
public sealed record SectionOpened(SectionId Section, Text Name) : AccountsEntry;

/// <summary>A transaction was written in the journal.</summary>
[Named("accounts.posted"), SeenBy(Audience.Members)]
public sealed record TransactionPosted(Transaction Transaction) : AccountsEntry;

/// <summary>A month and all before it were closed.</summary>
[Named("accounts.month-closed"), SeenBy(Audience.Members)]
public sealed record JournalMonthClosed(YearMonth Month) : AccountsEntry;

/// <summary>A year was closed; its closing transaction came just before.</summary>
[Named("accounts.year-closed"), SeenBy(Audience.Members)]
public sealed record YearClosed(int Year) : AccountsEntry;

/// <summary>The assembly approved the accounts of a year.</summary>
[Named("accounts.approved"), SeenBy(Audience.Public)]
public sealed record AccountsApproved(int Year) : AccountsEntry;

/// <summary>The approval of a year's accounts no longer stands.</summary>
[Named("accounts.approval-undone"), SeenBy(Audience.Public)]
public sealed record AccountsApprovalUndone(int Year) : AccountsEntry;
