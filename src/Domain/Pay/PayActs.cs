namespace Autogestion.Domain.Pay;

/// <summary>An act about pay.</summary>
public abstract record PayAct : Act;

/// <summary>What a deduction is for.</summary>
public enum DeductionKind
{
    CourtOrder,
    Loan,
    SocialContribution,
}

/// <summary>What is taken off a person's advance each month.</summary>
/// <param name="Until">The last month.</param>
public sealed record PayDeduction(DeductionKind Kind, Money Amount, YearMonth Until);

/// <summary>The assembly sets how everybody is paid.</summary>
[Named("pay.set-rule"), Undone(Reversal.ChangedBack), OnMatter(Matter.PayRule), Accepts(Source.Resolution)]
public sealed record SetPayRule(PayRule Rule) : PayAct;

/// <summary>The assembly gives somebody a grade of the table.</summary>
[Named("pay.give-grade"), Undone(Reversal.Stays), OnMatter(Matter.PayRule), Accepts(Source.Resolution)]
public sealed record GiveGrade(PersonId Person, int Grade) : PayAct;

/// <summary>Record how many people of a household live on somebody's pay.</summary>
[Named("pay.set-need"), Accepts(Power.KeepAccounts)]
public sealed record SetNeedUnits(PersonId Person, int Units) : PayAct, ITakesTwo
{
    PersonId? ITakesTwo.About => Person;
}

/// <summary>Take something off somebody's pay each month, on a ground that is kept.</summary>
[Named("pay.set-deduction"), Accepts(Power.KeepAccounts)]
public sealed record SetDeduction(PersonId Person, PayDeduction Deduction, Text Ground) : PayAct, ITakesTwo
{
    PersonId? ITakesTwo.About => Person;
}

/// <summary>Take nothing of that kind off any more.</summary>
[Named("pay.end-deduction"), Accepts(Power.KeepAccounts)]
public sealed record EndDeduction(PersonId Person, DeductionKind Kind) : PayAct, ITakesTwo
{
    PersonId? ITakesTwo.About => Person;
}

/// <summary>Draw up the slips of a month that is over, or draw them up again after what was contested was put right.</summary>
[Named("pay.draw-up"), Accepts(Power.KeepAccounts)]
public sealed record DrawUpPay(YearMonth Month) : PayAct;

/// <summary>Say that one's slip is wrong.</summary>
[Named("pay.contest"), Accepts(Source.OwnAffair)]
public sealed record ContestSlip(PersonId Person, YearMonth Month, [property: Erasable] Text Reason) : PayAct, IConcernsPerson;

/// <summary>Answer a slip that was contested: whoever keeps the accounts says why it is right, or draws the month up again first.</summary>
[Named("pay.answer"), Accepts(Power.KeepAccounts)]
public sealed record AnswerContestedSlip(PersonId Person, YearMonth Month, Text Answer) : PayAct;

/// <summary>Settle a month once nobody can contest it any more: what was earned is owed from then on.</summary>
[Named("pay.settle"), Accepts(Power.KeepAccounts)]
public sealed record SettlePay(YearMonth Month) : PayAct;

/// <summary>Pay out what is owed, in whole or, when cash is short, the same part to each.</summary>
/// <param name="Amount">To share out; null for all that is owed.</param>
/// <param name="InCash">From the cash box, and not from the bank.</param>
[Named("pay.pay-out"), Accepts(Power.PayOut)]
public sealed record PayAdvances(LocalDate Day, Money? Amount, bool InCash) : PayAct;
