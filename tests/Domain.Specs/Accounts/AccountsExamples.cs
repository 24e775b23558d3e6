using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Accounts;

/// <summary>A plant that keeps accounts, and how acts about them are refused.</summary>
internal static class AccountsExamples
{
    public static readonly LocalDate Day = FirstDay.PlusDays(7);

    public static readonly ImmutableArray<ChartAccount> Small =
    [
        new("1.1.01", AccountRole.Cash), new("1.1.02", AccountRole.Bank), new("1.2.01", AccountRole.TradeReceivables), new("1.4.01", AccountRole.Machinery),
        new("2.1.01", AccountRole.TradePayables), new("2.2.01", AccountRole.AdvancesPayable), new("3.1.01", AccountRole.ShareCapital), new("3.2.01", AccountRole.LegalReserve),
        new("3.4.01", AccountRole.PriorResults), new("3.5.01", AccountRole.ResultOfYear), new("4.1.01", AccountRole.Sales), new("5.1.01", AccountRole.MaterialsUsed),
        new("5.2.01", AccountRole.AdvancesOfMembers), new("2.3.01", AccountRole.ReturnsPayable), new("2.4.01", AccountRole.OtherPayables), new("2.5.01", AccountRole.WelfareFund), new("2.5.02", AccountRole.EducationFund),
        new("3.2.02", AccountRole.SpecialReserve), new("3.2.03", AccountRole.VoluntaryReserve), new("3.2.04", AccountRole.JobsFund),
    ];

    public static IEnumerable<Example> All =>
    [
        new(AccountsRefusals.NoChart, () => Keeping().Refused(Person(6), new OpenSection(Words("Hornos")))),
        new(AccountsRefusals.NoChart, () => Keeping().Refused(Person(6), new PostTransactions([Sale(100)]))),
        new(AccountsRefusals.HasChart, () => Kept().Refused(Person(6), new AdoptChart(new("ARS", Small)))),
        new(AccountsRefusals.BadChart, () => Keeping().Refused(Person(6), new AdoptChart(new("pesos", Small)))),
        new(AccountsRefusals.BadChart, () => Keeping().Refused(Person(6), new AdoptChart(new("ARS", Small.RemoveAt(0))))),
        new(AccountsRefusals.BadChart, () => Keeping().Refused(Person(6), new AdoptChart(new("ARS", Small.Add(new("1.1.01", AccountRole.Bank)))))),
        new(AccountsRefusals.BadCode, () => Kept().Refused(Person(6), new OpenAccount(new("1.1.01", AccountRole.Bank)))),
        new(AccountsRefusals.BadCode, () => Kept().Refused(Person(6), new OpenAccount(new("1..1", AccountRole.Bank)))),
        new(AccountsRefusals.UnknownAccount, () => Kept().Refused(Person(6), new CloseAccount("9"))),
        new(AccountsRefusals.UnknownAccount, () => Kept().Refused(Person(6), new RenameAccount("9", Words("Nada")))),
        new(AccountsRefusals.UnknownAccount, () => Kept().Refused(Person(6), Entry(new Line("9", new(1)), new Line("4.1.01", new(-1))))),
        new(AccountsRefusals.AccountClosed, () => WithClosed().Refused(Person(6), Entry(new Line("1.4.01", new(1)), new Line("1.1.01", new(-1))))),
        new(AccountsRefusals.AccountClosed, () => WithClosed().Refused(Person(6), new CloseAccount("1.4.01"))),
        new(AccountsRefusals.AccountInUse, () => Sold().Refused(Person(6), new CloseAccount("4.1.01"))),
        new(AccountsRefusals.AccountInUse, () => Kept().Refused(Person(6), new CloseAccount("3.5.01"))),
        new(AccountsRefusals.NoAccountFor, () => ((Decision.Refused)Posting.Post(Kept().State.Accounts, Day, Day, TransactionKind.Surplus, 2024, [(Transfer.AdvancesOnReturns, new(5), null)])).Refusal),
        new(AccountsRefusals.AlreadyBegun, () => Sold().Refused(Person(6), new OpenBalances(Day, null, Sale(5).Lines))),
        new(AccountsRefusals.TooFewLines, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(1))))),
        new(AccountsRefusals.TooFewLines, () => Kept().Refused(Person(6), new PostTransactions([]))),
        new(AccountsRefusals.TooMany, () => Kept().Refused(Person(6), new PostTransactions([.. Enumerable.Repeat(Sale(1), AccountsDecider.MostAtOnce + 1)]))),
        new(AccountsRefusals.TooMany, () => Kept().Refused(Person(6), Entry([.. Enumerable.Range(0, Posting.MostLines + 2).Select(i => new Line("1.1.01", new(i % 2 == 0 ? 1 : -1)))]))),
        new(AccountsRefusals.ZeroLine, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(0)), new Line("4.1.01", new(0))))),
        new(AccountsRefusals.UnknownSection, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(1)), new Line("4.1.01", new(-1), new(3))))),
        new(AccountsRefusals.OriginOutside, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(1), Origin: ResultOrigin.Outside), new Line("4.1.01", new(-1))))),
        new(AccountsRefusals.WrongRate, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(1000), Foreign: new("USD", new(1), 999)), new Line("4.1.01", new(-1000))))),
        new(AccountsRefusals.Unbalanced, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(1)), new Line("4.1.01", new(-0.99m))))),
        new(AccountsRefusals.ByResolution, () => ClosedYear().Refused(Person(6), Entry(new Line("3.5.01", new(400)), new Line("1.1.01", new(-400))))),
        new(AccountsRefusals.Indivisible, () => Kept().Refused(Person(6), Entry(new Line("3.2.01", new(400)), new Line("1.1.01", new(-400))))),
        new(AccountsRefusals.Indivisible, () => Kept().Refused(Person(6), Entry(new Line("3.2.01", new(400)), new Line("3.4.01", new(-400))))),
        new(AccountsRefusals.Indivisible, () => Kept().Refused(Person(6), Entry(new Line("2.5.02", new(400)), new Line("2.3.01", new(-400))))),
        new(AccountsRefusals.TooLarge, () => Kept().Refused(Person(6), Entry(new Line("1.1.01", new(Money.Most)), new Line("4.1.01", new(-Money.Most))))),
        new(AccountsRefusals.FutureDay, () => Kept().Refused(Person(6), new PostTransactions([Sale(1) with { Day = Day.PlusYears(3) }]))),
        new(AccountsRefusals.ClosedMonth, () => ClosedYear().Refused(Person(6), new PostTransactions([Sale(1)]))),
        new(AccountsRefusals.BeforeBeginning, () => Kept().Refused(Person(6), new PostTransactions([Sale(1) with { Day = Day.PlusYears(-2) }]))),
        new(AccountsRefusals.UnknownTransaction, () => Kept().Refused(Person(6), new ReverseTransaction(new(1), Day, Words("error")))),
        new(AccountsRefusals.NotReversible, ReversedTwice),
        new(AccountsRefusals.WrongMonth, () => Sold().Refused(Person(6), new CloseJournalMonth(new(2024, 3)))),
        new(AccountsRefusals.WrongYear, () => Sold().Refused(Person(6), new CloseYear(2024))),
        new(AccountsRefusals.NotToApprove, () => Sold().Blocked(new ApproveAccounts(2024))),
    ];

    /// <summary>Cash for what was sold.</summary>
    public static Draft Sale(decimal amount) => new(Day, Words("Venta"), [new("1.1.01", new(amount)), new("4.1.01", new(-amount))]);

    public static PostTransactions Entry(params ImmutableArray<Line> lines) => new([new(Day, Words("Asiento"), lines)]);

    /// <summary>A plant in which a resolution gave person 6 the accounts.</summary>
    public static Plant Keeping()
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(new(Words("Contaduría"), BodyId.Assembly, [Power.KeepAccounts, Power.KeepHours, Power.PayOut], 1, 36))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(6)));
        if (plant.Local.Date < Day.PlusDays(3)) plant.Now = Day.PlusDays(3).AtStartOfDayInZone(Zone).ToInstant();
        return plant;
    }

    /// <summary>The same with a chart.</summary>
    public static Plant Kept()
    {
        var plant = Keeping();
        plant.Enter(Person(6), new AdoptChart(new("ARS", Small)));
        return plant;
    }

    /// <summary>The same with one sale of a thousand, and six hundred paid for materials.</summary>
    public static Plant Sold()
    {
        var plant = Kept();
        plant.Enter(Person(6), new PostTransactions([Sale(1000), new(Day, null, [new("5.1.01", new(600)), new("1.1.01", new(-600))])]));
        return plant;
    }

    /// <summary>The same after its year was closed.</summary>
    public static Plant ClosedYear()
    {
        var plant = Sold();
        plant.Now = new LocalDate(2025, 1, 20).AtStartOfDayInZone(Zone).ToInstant();
        plant.Enter(Person(6), new CloseJournalMonth(new(2024, 12)));
        plant.Enter(Person(6), new CloseYear(2024));
        return plant;
    }

    private static Plant WithClosed()
    {
        var plant = Kept();
        plant.Enter(Person(6), new CloseAccount("1.4.01"));
        return plant;
    }

    private static Refusal ReversedTwice()
    {
        var plant = Sold();
        plant.Enter(Person(6), new ReverseTransaction(new(1), Day, Words("error")));
        return plant.Refused(Person(6), new ReverseTransaction(new(1), Day, Words("error")));
    }
}
