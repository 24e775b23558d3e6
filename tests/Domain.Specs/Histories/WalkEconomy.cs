using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Specs.Accounts;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk keep accounts and pay one another. Drawn apart, beside all else.</summary>
internal sealed partial class Walk
{
    private YearMonth LastMonth => Local.Date.ToYearMonth().PlusMonths(-1);

    private void LiveByMoney()
    {
        var keeper = Holder(Power.KeepAccounts)?.Person ?? Member();
        if (!State.Accounts.IsKept)
        {
            if (money.OneIn(3)) history.Ask(keeper, new AdoptChart(new("ARS", AccountsExamples.Small)));
            return;
        }
        switch (money.Below(20))
        {
            case < 4: history.Ask(keeper, new PostTransactions([.. Enumerable.Range(0, money.Between(1, 3)).Select(_ => Draft())])); break;
            case 4 when money.Any(State.Accounts.Open.Values.OrderBy(one => one.Id.Value)) is { } transaction: history.Ask(keeper, new ReverseTransaction(transaction.Id, Local.Date, Words("error"))); break;
            case 5: history.Ask(keeper, money.OneIn(2) ? new OpenSection(Words("Export")) : new OpenAccount(new($"9.{money.Below(30)}", money.Of(Enum.GetValues<AccountRole>())))); break;
            case 6: history.Ask(keeper, new CloseJournalMonth(LastMonth)); break;
            case 7: history.Ask(keeper, State.Accounts.NextYear is { } year ? new CloseYear(year) : new OpenBalances(Local.Date, null, Draft().Lines)); break;
            case 8: history.Ask(keeper, money.OneIn(2) ? new CloseAccount(money.Of("9.1", "9.2", "1.4.01")) : new RenameAccount(money.Of("1.1.01", "9.9"), Words("Caja chica"))); break;
            case < 12 when !State.Pay.Runs.ContainsKey(LastMonth) || money.OneIn(4): history.Ask(keeper, new DrawUpPay(LastMonth)); break;
            case 12: Grumble(keeper); break;
            case 13 or 14: history.Ask(keeper, new SettlePay(State.Pay.Runs.Values.FirstOrDefault(run => !run.Settled)?.Month ?? LastMonth)); break;
            case 15 or 16: history.Ask(Holder(Power.PayOut)?.Person ?? keeper, new PayAdvances(Local.Date, money.OneIn(2) ? null : Money.OfCents(money.Between(1, 9_000)), money.OneIn(2))); break;
            case 17: history.Ask(keeper, money.OneIn(2) ? new SetNeedUnits(Member(), money.Between(0, 5)) : new SetDeduction(Member(), new(money.Of(Enum.GetValues<DeductionKind>()), new(10), LastMonth.PlusMonths(money.Between(0, 4))), Words("orden"))); break;
            case 18 when money.OneIn(3): history.Ask(keeper, new EndDeduction(Member(), money.Of(Enum.GetValues<DeductionKind>()))); break;
            case 19 when money.Any(history.Attempts.Where(attempt => attempt.Act is AccountsAct or PayAct)) is { } earlier: history.Ask(Member(), earlier.Act, money.OneIn(2) ? earlier.Stamp.Authority : FalseAuthority()); break;
        }
    }

    private Draft Draft()
    {
        var codes = State.Accounts.Accounts.Values.Where(account => money.OneIn(8) || account is { Closed: false, Role: not AccountRole.ResultOfYear } && !account.Role.IsIndivisible()).Select(account => account.Code).ToArray();
        var cents = money.Between(money.OneIn(20) ? -1 : 1, 100_000);
        return new(Local.Date.PlusDays(-money.Below(money.OneIn(5) ? 40 : 8)), Words("asiento"), [new(money.Of(codes), Money.OfCents(cents)), new(money.Of(codes), Money.OfCents(money.OneIn(20) ? cents : -cents))]);
    }

    private void Grumble(PersonId keeper)
    {
        if (State.Pay.Runs.Values.LastOrDefault() is not { } run) return;
        if (money.AnyOf(run.Contested.Keys.OrderBy(Number)) is { } waiting && money.Percent(70)) history.Ask(keeper, new AnswerContestedSlip(waiting, run.Month, Words("está bien")));
        else if (money.Any(run.Slips.Values) is { } slip) history.Ask(slip.Person, new ContestSlip(slip.Person, run.Month, Words("no es así")));
    }

    private Act? MoneyEffect(Matter matter) => matter switch
    {
        Matter.PayRule when State.Pay.Rule is { Grades: [var grade, ..] } && chance.Percent(60) => new GiveGrade(Somebody(), grade.Number),
        Matter.PayRule => new SetPayRule(chance.OneIn(2)
            ? new(PayBasis.Grades, new(chance.Between(1, 900)), 12_000, [new(1, Words("uno"), 100), new(2, Words("dos"), 250)], new(5), 1, true)
            : new(PayBasis.EqualMonthly, new(chance.Between(0, 900)), 12_000, [], Money.Zero, 0, true)),
        Matter.ApproveAccounts when chance.OneIn(2) && State.Resolutions.All.Values.LastOrDefault(resolution => resolution is { Effect: ApproveAccounts, State: Domain.Resolutions.ResolutionState.InForce }) is { } approved => new Domain.Resolutions.SetAside(approved.Id),
        Matter.ApproveAccounts when State.Accounts.ClosedYears.Count > 0 => new ApproveAccounts(State.Accounts.ClosedYears.Max),
        _ => null,
    };
}
