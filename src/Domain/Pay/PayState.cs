namespace Autogestion.Domain.Pay;

/// <summary>The slips of a month.</summary>
/// <param name="By">The resolution whose rule they follow.</param>
/// <param name="Contested">Whose slip waits for an answer, and what is said to be wrong.</param>
public sealed record PayRun(YearMonth Month, ResolutionId? By, ImmutableSortedDictionary<int, PaySlip> Slips, Instant ContestUntil, bool Settled, ImmutableDictionary<PersonId, Text> Contested)
{
    public PaySlip? SlipOf(PersonId person) => Slips.Values.FirstOrDefault(slip => slip.Person == person);

    public Money Gross => Money.Sum(Slips.Values.Select(slip => slip.Gross));

    public Money Deducted => Money.Sum(Slips.Values.Select(slip => slip.Deducted));
}

/// <summary>The rule of pay, the months of the last years, and what is owed to each.</summary>
public sealed record PayBook
{
    /// <summary>How many months are kept whole.</summary>
    public const int MonthsKept = 24;

    public static readonly PayBook Empty = new();

    public PayRule? Rule { get; init; }

    /// <summary>The resolution that set the rule; null while there is none.</summary>
    public ResolutionId? RuleBy { get; init; }

    /// <summary>What the rule was before each resolution changed it.</summary>
    public ImmutableDictionary<ResolutionId, (PayRule? Rule, ResolutionId? By)> Earlier { get; init; } = ImmutableDictionary<ResolutionId, (PayRule?, ResolutionId?)>.Empty;

    public ImmutableDictionary<PersonId, int> Grades { get; init; } = ImmutableDictionary<PersonId, int>.Empty;

    public ImmutableDictionary<PersonId, int> NeedUnits { get; init; } = ImmutableDictionary<PersonId, int>.Empty;

    public ImmutableDictionary<PersonId, ImmutableArray<PayDeduction>> Deductions { get; init; } = ImmutableDictionary<PersonId, ImmutableArray<PayDeduction>>.Empty;

    public ImmutableSortedDictionary<YearMonth, PayRun> Runs { get; init; } = ImmutableSortedDictionary<YearMonth, PayRun>.Empty;

    /// <summary>The last month settled.</summary>
    public YearMonth? SettledUntil { get; init; }

    /// <summary>What is owed to each for months that are settled; nobody with nothing.</summary>
    public ImmutableDictionary<PersonId, Money> Owed { get; init; } = ImmutableDictionary<PersonId, Money>.Empty;

    public int NextPayment { get; init; } = 1;

    public Money TotalOwed => Money.Sum(Owed.Values);

    public PayGrade? GradeOf(PersonId person) => Rule is not { Grades: [var first, ..] } rule ? null : Grades.TryGetValue(person, out var number) ? rule.Grade(number) ?? first : first;

    public ImmutableArray<PayDeduction> DeductionsOf(PersonId person) => Deductions.GetValueOrDefault(person, []);

    public static PayBook Evolve(PayBook book, PayEntry entry) => entry switch
    {
        PayRuleSet set => book with
        {
            Rule = set.Rule,
            RuleBy = set.By,
            Earlier = set.By is { } by && !book.Earlier.ContainsKey(by) ? book.Earlier.Add(by, (book.Rule, book.RuleBy)) : book.Earlier,
        },
        GradeGiven given => book with { Grades = book.Grades.SetItem(given.Person, given.Grade) },
        NeedUnitsSet set => book with { NeedUnits = book.NeedUnits.SetItem(set.Person, set.Units) },
        DeductionSet set => book with { Deductions = book.Deductions.SetItem(set.Person, [.. book.DeductionsOf(set.Person).Where(one => one.Kind != set.Deduction.Kind), set.Deduction]) },
        DeductionEnded ended => book with { Deductions = book.Deductions.SetItem(ended.Person, [.. book.DeductionsOf(ended.Person).Where(one => one.Kind != ended.Kind)]) },
        PayDrawnUp drawn => book with { Runs = book.Runs.SetItem(drawn.Month, Run(drawn, book.Runs.GetValueOrDefault(drawn.Month))) },
        SlipContested contested => book.Change(contested.Month, run => run with { Contested = run.Contested.SetItem(contested.Person, contested.Reason) }),
        SlipAnswered answered => book.Change(answered.Month, run => run with { Contested = run.Contested.Remove(answered.Person) }),
        PaySettled settled => book.Settle(settled.Month),
        AdvancesPaidOut paid => book with
        {
            NextPayment = paid.Payment + 1,
            Owed = paid.Paid.Aggregate(book.Owed, (owed, one) => owed[one.Person] == one.Amount ? owed.Remove(one.Person) : owed.SetItem(one.Person, owed[one.Person] - one.Amount)),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static PayRun Run(PayDrawnUp drawn, PayRun? before) => new(
        drawn.Month, drawn.By, drawn.Slips.Select((slip, at) => KeyValuePair.Create(at, slip)).ToImmutableSortedDictionary(), drawn.ContestUntil, false, before?.Contested ?? ImmutableDictionary<PersonId, Text>.Empty);

    private PayBook Change(YearMonth month, Func<PayRun, PayRun> change) => this with { Runs = Runs.SetItem(month, change(Runs[month])) };

    private PayBook Settle(YearMonth month)
    {
        var run = Runs[month];
        var owed = Owed.ToBuilder();
        foreach (var slip in run.Slips.Values.Where(slip => slip.Net > Money.Zero)) owed[slip.Person] = owed.GetValueOrDefault(slip.Person) + slip.Net;
        var last = SettledUntil is { } until && until.CompareTo(month) > 0 ? until : month;
        var oldest = last.PlusMonths(-MonthsKept);
        return this with
        {
            Runs = Runs.SetItem(month, run with { Settled = true }).RemoveRange(Runs.Keys.Where(kept => kept.CompareTo(oldest) <= 0)),
            SettledUntil = last,
            Owed = owed.ToImmutable(),
        };
    }
}
