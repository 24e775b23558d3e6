using Autogestion.Domain.Accounts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Pay;

/// <summary>What an act about pay is decided against.</summary>
/// <param name="BelongsOrOnTrial">Whether somebody belongs to the collective now, or is on trial.</param>
/// <param name="Months">What is known of everybody's month, of those who were there at all; null where that month is not known any more.</param>
public sealed record PayGround(Instant Now, DateTimeZone Zone, StatuteBook Statutes, AccountBook Accounts, Func<PersonId, bool> BelongsOrOnTrial, Func<YearMonth, ImmutableArray<PayMonth>> Months)
{
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>Whether advances are a cost of the period, or are taken off each one's return at the end of the year.</summary>
    public bool AreCost => Statutes.Rule(Rules.AdvancesAre).Value.Value == "CostOfPeriod";
}

/// <summary>Decides acts about pay.</summary>
public static class PayDecider
{
    private const int MostNeedUnits = 30;

    public static Decision Decide(PayAct act, Stamp stamp, PayBook book, PayGround ground) => act switch
    {
        // Nobody keeps the own accounts.
        SetNeedUnits or SetDeduction or EndDeduction or AnswerContestedSlip when PersonOf(act) == stamp.Actor && stamp.Authority is Authority.Mandate => PayRefusals.Own,
        SetPayRule set => Set(set.Rule, stamp, ground),
        GiveGrade give => book.Rule?.Grade(give.Grade) is null ? PayRefusals.UnknownGrade : !ground.BelongsOrOnTrial(give.Person) ? PayRefusals.NotOfCollective : new GradeGiven(give.Person, give.Grade),
        SetNeedUnits set => !ground.BelongsOrOnTrial(set.Person) ? PayRefusals.NotOfCollective : set.Units is < 0 or > MostNeedUnits ? PayRefusals.BadNeed.With("most", MostNeedUnits) : new NeedUnitsSet(set.Person, set.Units),
        SetDeduction set => Deduct(set, ground),
        EndDeduction end => book.DeductionsOf(end.Person).Any(one => one.Kind == end.Kind) ? new DeductionEnded(end.Person, end.Kind) : PayRefusals.NoDeduction,
        DrawUpPay draw => DrawUp(draw.Month, book, ground),
        ContestSlip contest => Contest(contest, book, ground),
        AnswerContestedSlip answer => book.Runs.GetValueOrDefault(answer.Month)?.Contested.ContainsKey(answer.Person) == true ? new SlipAnswered(answer.Person, answer.Month, answer.Answer) : PayRefusals.NotContested,
        SettlePay settle => Settle(settle.Month, book, ground),
        PayAdvances pay => PayOut(pay, book, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static PersonId? PersonOf(PayAct act) => act switch
    {
        SetNeedUnits set => set.Person,
        SetDeduction set => set.Person,
        EndDeduction end => end.Person,
        AnswerContestedSlip answer => answer.Person,
        _ => null,
    };

    private static Decision Set(PayRule rule, Stamp stamp, PayGround ground)
    {
        if (!rule.IsSound) return PayRefusals.BadRule;
        var cap = ground.Statutes.Rule(Rules.PayRatio);
        if (cap.Value.Value > 0 && !rule.IsWithin(cap.Value.Value)) return PayRefusals.AboveRatio.With("ratio", rule.RatioPercent).With("cap", cap.Value.Value).Under(cap.Cited);
        return new PayRuleSet(rule, stamp.Authority is Authority.Resolution { Id: var id } ? id : null);
    }

    private static Decision Deduct(SetDeduction act, PayGround ground)
    {
        if (!ground.BelongsOrOnTrial(act.Person)) return PayRefusals.NotOfCollective;
        return act.Deduction.Amount > Money.Zero && act.Deduction.Until.CompareTo(ground.Today.ToYearMonth()) >= 0
            ? new DeductionSet(act.Person, act.Deduction, act.Ground)
            : PayRefusals.BadDeduction;
    }

    private static Decision DrawUp(YearMonth month, PayBook book, PayGround ground)
    {
        if (book.Rule is not { } rule) return PayRefusals.NoRule;
        if (book.Runs.GetValueOrDefault(month) is { Settled: true }) return PayRefusals.Settled;
        if (month.ToDateInterval().End >= ground.Today || month.CompareTo(ground.Today.ToYearMonth().PlusMonths(-3)) < 0) return PayRefusals.WrongMonth;
        var days = month.ToDateInterval().Length;
        ImmutableArray<PaySlip> slips =
        [
            .. ground.Months(month)
                .Select(one => PayReckoning.Slip(rule, one, days, book.GradeOf(one.Person), book.NeedUnits.GetValueOrDefault(one.Person), book.DeductionsOf(one.Person).Where(deduction => month.CompareTo(deduction.Until) <= 0)))
        ];
        // Also who earned nothing has a slip, to contest it.
        if (slips.All(slip => slip.Gross.IsZero)) return PayRefusals.Nobody;
        return new PayDrawnUp(month, book.RuleBy, slips, ground.Statutes.Rule(Rules.PayContestWithin).Value.Value.Latest(ground.Now, ground.Zone));
    }

    private static Decision Contest(ContestSlip act, PayBook book, PayGround ground)
    {
        if (book.Runs.GetValueOrDefault(act.Month) is not { } run || run.SlipOf(act.Person) is null) return PayRefusals.NoSlip;
        if (run.Settled) return PayRefusals.Settled;
        if (run.ContestUntil < ground.Now) return PayRefusals.TooLate;
        return run.Contested.ContainsKey(act.Person) ? PayRefusals.Waits : new SlipContested(act.Person, act.Month, act.Reason);
    }

    private static Decision Settle(YearMonth month, PayBook book, PayGround ground)
    {
        if (book.Runs.GetValueOrDefault(month) is not { } run) return PayRefusals.NoSlip;
        if (run.Settled) return PayRefusals.Settled;
        if (run.ContestUntil >= ground.Now) return PayRefusals.WindowOpen.With("until", run.ContestUntil);
        if (!run.Contested.IsEmpty) return PayRefusals.Unanswered;
        // What was earned before the accounts began is among the balances they began with.
        if (!ground.Accounts.IsKept || month.ToDateInterval().End < ground.Accounts.Begins) return new PaySettled(month);
        // A month that is closed in the journal takes nothing more: what was earned in it is then written today.
        var day = ground.Accounts.IsClosed(month) ? ground.Today : month.ToDateInterval().End;
        (Transfer, Money, ResultOrigin?)[] transfers = [(ground.AreCost ? Transfer.AdvancesAsCost : Transfer.AdvancesOnReturns, run.Gross, null), (Transfer.Deduction, run.Deducted, null)];
        return Posting.Post(ground.Accounts, day, ground.Today, TransactionKind.Pay, month.Year * 100 + month.Month, transfers) switch
        {
            Decision.Entered posted => Decision.Of(new PaySettled(month), posted.Entries[0]),
            var refused => refused,
        };
    }

    private static Decision PayOut(PayAdvances act, PayBook book, PayGround ground)
    {
        var owed = book.Owed.OrderBy(one => one.Key.Value).ToList();
        if (owed.Count == 0) return PayRefusals.NothingOwed;
        var amount = act.Amount ?? book.TotalOwed;
        if (act.Day > ground.Today) return AccountsRefusals.FutureDay.With("day", act.Day);
        if (act.Day < ground.Today.PlusYears(-1)) return AccountsRefusals.BeforeBeginning.With("first", ground.Today.PlusYears(-1));
        if (amount <= Money.Zero || amount > book.TotalOwed) return PayRefusals.WrongAmount.With("owed", book.TotalOwed);
        var parts = Apportionment.Divide(amount, [.. owed.Select(one => one.Value.Cents)], book.NextPayment);
        var paid = new AdvancesPaidOut(book.NextPayment, act.Day, act.InCash, [.. owed.Zip(parts).Where(pair => !pair.Second.IsZero).Select(pair => new PaidTo(pair.First.Key, pair.Second))]);
        if (!ground.Accounts.IsKept) return paid;
        var transfer = act.InCash ? Transfer.AdvancesPaidInCash : Transfer.AdvancesPaid;
        if (ground.Accounts.For(transfer.Credit) is { } from && ground.Accounts.BalanceOf(from.Code) is var there && there < amount) return PayRefusals.CashShort.With("there", there);
        return Posting.Post(ground.Accounts, act.Day, ground.Today, TransactionKind.Payment, book.NextPayment, [(transfer, amount, null)]) switch
        {
            Decision.Entered posted => Decision.Of(paid, posted.Entries[0]),
            var refused => refused,
        };
    }
}
