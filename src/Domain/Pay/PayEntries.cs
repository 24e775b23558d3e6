namespace Autogestion.Domain.Pay;

/// <summary>An entry about pay.</summary>
public abstract record PayEntry : Entry;

/// <summary>How everybody is paid, from the next month that is drawn up on.</summary>
/// <param name="By">The resolution that set it.</param>
[Named("pay.rule-set"), SeenBy(Audience.Members)]
public sealed record PayRuleSet(PayRule? Rule, ResolutionId? By) : PayEntry;

/// <summary>Somebody has a grade of the table.</summary>
[Named("pay.grade-given"), SeenBy(Audience.Members)]
public sealed record GradeGiven(PersonId Person, int Grade) : PayEntry;

/// <summary>How many people of a household live on somebody's pay.</summary>
[Named("pay.need-set"), SeenBy(Audience.Members)]
public sealed record NeedUnitsSet(PersonId Person, int Units) : PayEntry;

/// <summary>Something is taken off somebody's pay each month. Its ground is seen by that person and those who audit.</summary>
[Named("pay.deduction-set"), SeenBy(Audience.Involved)]
public sealed record DeductionSet(PersonId Person, PayDeduction Deduction, Text Ground) : PayEntry;

/// <summary>Nothing of that kind is taken off any more.</summary>
[Named("pay.deduction-ended"), SeenBy(Audience.Involved)]
public sealed record DeductionEnded(PersonId Person, DeductionKind Kind) : PayEntry;

/// <summary>The slips of a month were drawn up, or drawn up again.</summary>
/// <param name="By">The resolution whose rule they follow.</param>
/// <param name="ContestUntil">The last moment to contest a slip.</param>
[Named("pay.drawn-up"), SeenBy(Audience.Members)]
public sealed record PayDrawnUp(YearMonth Month, ResolutionId? By, ImmutableArray<PaySlip> Slips, Instant ContestUntil) : PayEntry;

/// <summary>Somebody says that a slip is wrong.</summary>
[Named("pay.contested"), SeenBy(Audience.Involved)]
public sealed record SlipContested(PersonId Person, YearMonth Month, [property: Erasable] Text Reason) : PayEntry;

/// <summary>What was contested was answered.</summary>
[Named("pay.answered"), SeenBy(Audience.Involved)]
public sealed record SlipAnswered(PersonId Person, YearMonth Month, Text Answer) : PayEntry;

/// <summary>A month was settled: what was earned is owed.</summary>
[Named("pay.settled"), SeenBy(Audience.Members)]
public sealed record PaySettled(YearMonth Month) : PayEntry;

/// <summary>What was paid to one person.</summary>
public sealed record PaidTo(PersonId Person, Money Amount);

/// <summary>Advances were paid out.</summary>
/// <param name="Payment">Counts up from 1.</param>
[Named("pay.paid-out"), SeenBy(Audience.Members)]
public sealed record AdvancesPaidOut(int Payment, LocalDate Day, bool InCash, ImmutableArray<PaidTo> Paid) : PayEntry;
