using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Specs.Accounts;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Pay;

/// <summary>A plant that pays everybody the same, and how acts about pay are refused.</summary>
internal static class PayExamples
{
    public static readonly YearMonth March = new(2024, 3);

    /// <summary>The same for all: 310,000 a month, so that a day of March is 10,000.</summary>
    public static readonly PayRule Same = new(PayBasis.EqualMonthly, new(310_000), 200 * 60, [], Money.Zero, 0, true);

    public static readonly PayRule Graded = Same with { Basis = PayBasis.Grades, Grades = [new(1, Words("Ayudante"), 100), new(2, Words("Oficial"), 150)] };

    public static IEnumerable<Example> All =>
    [
        new(PayRefusals.Own, () => Ruled().Refused(Person(6), new SetNeedUnits(Person(6), 9))),
        new(PayRefusals.BadRule, () => AccountsExamples.Kept().Blocked(new SetPayRule(Same with { Amount = Money.Zero }))),
        new(PayRefusals.BadRule, () => AccountsExamples.Kept().Blocked(new SetPayRule(Same with { Basis = PayBasis.Grades }))),
        new(PayRefusals.AboveRatio, AboveRatio),
        new(PayRefusals.NoRule, () => AccountsExamples.Kept().Refused(Person(6), new DrawUpPay(March))),
        new(PayRefusals.UnknownGrade, () => Ruled().Blocked(new GiveGrade(Person(8), 2))),
        new(PayRefusals.NotOfCollective, () => Ruled(Graded).Blocked(new GiveGrade(Person(77), 2))),
        new(PayRefusals.NotOfCollective, () => Ruled().Refused(Person(6), new SetNeedUnits(Person(77), 2))),
        new(PayRefusals.BadNeed, () => Ruled().Refused(Person(6), new SetNeedUnits(Person(4), 99))),
        new(PayRefusals.BadDeduction, () => Ruled().Refused(Person(6), new SetDeduction(Person(4), new(DeductionKind.Loan, Money.Zero, March), Words("préstamo")))),
        new(PayRefusals.NoDeduction, () => Ruled().Refused(Person(6), new EndDeduction(Person(4), DeductionKind.Loan))),
        new(PayRefusals.WrongMonth, () => Ruled().Refused(Person(6), new DrawUpPay(March.PlusMonths(1)))),
        new(PayRefusals.Nobody, () => Ruled(Same with { Basis = PayBasis.EqualHourly }).Refused(Person(6), new DrawUpPay(March))),
        new(PayRefusals.Settled, () => Settled().Refused(Person(6), new DrawUpPay(March))),
        new(PayRefusals.NoSlip, () => DrawnUp().Refused(Person(4), new ContestSlip(Person(4), March.PlusMonths(-1), Words("mal")))),
        new(PayRefusals.TooLate, () => After(DrawnUp(), 10).Refused(Person(4), new ContestSlip(Person(4), March, Words("mal")))),
        new(PayRefusals.Waits, () => Contested().Refused(Person(4), new ContestSlip(Person(4), March, Words("mal")))),
        new(PayRefusals.NotContested, () => DrawnUp().Refused(Person(6), new AnswerContestedSlip(Person(4), March, Words("está bien")))),
        new(PayRefusals.WindowOpen, () => DrawnUp().Refused(Person(6), new SettlePay(March))),
        new(PayRefusals.Unanswered, () => After(Contested(), 10).Refused(Person(6), new SettlePay(March))),
        new(PayRefusals.NothingOwed, () => DrawnUp().Refused(Person(6), new PayAdvances(Today(DrawnUp()), null, true))),
        new(PayRefusals.WrongAmount, () => Settled() is var plant ? plant.Refused(Person(6), new PayAdvances(Today(plant), new(9_000_000), true)) : null!),
        new(PayRefusals.CashShort, () => Settled() is var plant ? plant.Refused(Person(6), new PayAdvances(Today(plant), new(1_000_000), true)) : null!),
    ];

    public static LocalDate Today(Plant plant) => plant.Local.Date;

    public static Plant After(Plant plant, int days)
    {
        plant.Now += Duration.FromDays(days);
        return plant;
    }

    /// <summary>A plant that keeps accounts, whose assembly set a rule, on 2 April.</summary>
    public static Plant Ruled(PayRule? rule = null)
    {
        var plant = AccountsExamples.Kept();
        plant.Resolve(new SetPayRule(rule ?? Same));
        plant.Now = new LocalDate(2024, 4, 2).AtStartOfDayInZone(Zone).ToInstant();
        return plant;
    }

    /// <summary>The same with March drawn up.</summary>
    public static Plant DrawnUp(PayRule? rule = null)
    {
        var plant = Ruled(rule);
        plant.Enter(Person(6), new DrawUpPay(March));
        return plant;
    }

    /// <summary>The same with March settled.</summary>
    public static Plant Settled()
    {
        var plant = After(DrawnUp(), 10);
        plant.Enter(Person(6), new SettlePay(March));
        return plant;
    }

    private static Plant Contested()
    {
        var plant = DrawnUp();
        plant.Enter(Person(4), new ContestSlip(Person(4), March, Words("Faltan horas")));
        return plant;
    }

    private static Refusal AboveRatio()
    {
        var plant = AccountsExamples.Kept();
        plant.Resolve(new Domain.Statutes.ChangeNorm("pay.ratio-most", new Domain.Statutes.RuleValue.Whole(140)));
        return plant.Blocked(new SetPayRule(Graded));
    }
}
