namespace Autogestion.Domain.Accounts;

/// <summary>An act about the accounts.</summary>
public abstract record AccountsAct : Act;

/// <summary>Begin to keep accounts, with a chart.</summary>
[Named("accounts.adopt-chart"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepAccounts)]
public sealed record AdoptChart(Chart Chart) : AccountsAct;

/// <summary>Open one more account.</summary>
[Named("accounts.open-account"), Accepts(Power.KeepAccounts)]
public sealed record OpenAccount(ChartAccount Account) : AccountsAct;

/// <summary>Close an account that has come to nothing: nothing more is written on it.</summary>
[Named("accounts.close-account"), Accepts(Power.KeepAccounts)]
public sealed record CloseAccount(string Code) : AccountsAct;

/// <summary>Call an account otherwise.</summary>
[Named("accounts.rename-account"), Accepts(Power.KeepAccounts)]
public sealed record RenameAccount(string Code, Text Name) : AccountsAct;

/// <summary>Tell the results of one more section apart.</summary>
[Named("accounts.open-section"), Accepts(Power.KeepAccounts)]
public sealed record OpenSection(Text Name) : AccountsAct;

/// <summary>What the accounts begin with, before anything else is written.</summary>
[Named("accounts.open-balances"), Accepts(Power.KeepAccounts)]
public sealed record OpenBalances(LocalDate Day, Text? Words, ImmutableArray<Line> Lines) : AccountsAct;

/// <summary>A transaction as it is typed.</summary>
public sealed record Draft(LocalDate Day, Text? Words, ImmutableArray<Line> Lines);

/// <summary>Write transactions in the journal: one, or many that stand or fall together.</summary>
[Named("accounts.post"), Accepts(Power.KeepAccounts)]
public sealed record PostTransactions(ImmutableArray<Draft> Drafts) : AccountsAct;

/// <summary>Take a transaction back by its opposite; what was written stays written.</summary>
/// <param name="Day">In a month that is still open.</param>
[Named("accounts.reverse"), Accepts(Power.KeepAccounts)]
public sealed record ReverseTransaction(TransactionId Transaction, LocalDate Day, Text Words) : AccountsAct;

/// <summary>Close a month, and all before it: nothing in them ever changes again.</summary>
[Named("accounts.close-month"), Accepts(Power.KeepAccounts)]
public sealed record CloseJournalMonth(YearMonth Month) : AccountsAct;

/// <summary>Close a year whose months are closed: its results come to nothing, and their sum to the result of the year.</summary>
[Named("accounts.close-year"), Accepts(Power.KeepAccounts)]
public sealed record CloseYear(int Year) : AccountsAct;

/// <summary>The assembly approves the accounts of a closed year.</summary>
[Named("accounts.approve"), Undone(Reversal.ChangedBack), OnMatter(Matter.ApproveAccounts), Accepts(Source.Resolution)]
public sealed record ApproveAccounts(int Year) : AccountsAct;
