namespace Autogestion.Domain.Pay;

/// <summary>How the advance of a month is reckoned.</summary>
public enum PayBasis
{
    /// <summary>The same amount for all.</summary>
    EqualMonthly,

    /// <summary>The same amount for each hour.</summary>
    EqualHourly,

    /// <summary>A monthly amount times the grade that the assembly gave each.</summary>
    Grades,
}

/// <summary>A grade of a published table.</summary>
/// <param name="Percent">Of the amount of the rule: 100 is the whole of it.</param>
public sealed record PayGrade(int Number, Text Name, int Percent);

/// <summary>
/// The rule by which everybody draws the advance: set by resolution only, and the same for all whom it treats alike.
/// </summary>
/// <param name="Amount">A full month's, or an hour's.</param>
/// <param name="MonthMinutes">What counts as a full month, to reckon what an absence takes off; not read where pay goes by the hour.</param>
/// <param name="Grades">For <see cref="PayBasis.Grades"/> only.</param>
/// <param name="PerNeedUnit">Added each month for each person in the household who lives on it.</param>
/// <param name="SeniorityPercent">Added for each full year in the collective, in parts of a hundred of the amount.</param>
/// <param name="AbsenceTakesOff">Whether absences that do not count as work take their part off.</param>
public sealed record PayRule(PayBasis Basis, Money Amount, int MonthMinutes, ImmutableArray<PayGrade> Grades, Money PerNeedUnit, int SeniorityPercent, bool AbsenceTakesOff)
{
    /// <summary>The greatest amount of a month or an hour: so that no run overflows.</summary>
    public static readonly Money Most = new(100_000_000);

    /// <summary>Most grades of a table.</summary>
    public const int MostGrades = 30;

    /// <summary>The highest pay to the lowest, in parts of a hundred, by the table alone: 100 is the same for all.</summary>
    public int RatioPercent => Basis == PayBasis.Grades ? Grades.Max(grade => grade.Percent) * 100 / Grades.Min(grade => grade.Percent) : 100;

    /// <summary>Whether the highest grade is at most so many parts of a hundred of the lowest.</summary>
    public bool IsWithin(int percent) => Basis != PayBasis.Grades || (long)Grades.Max(grade => grade.Percent) * 100 <= (long)percent * Grades.Min(grade => grade.Percent);

    public PayGrade? Grade(int number) => Grades.FirstOrDefault(grade => grade.Number == number);

    /// <summary>Whether its parts make sense together.</summary>
    public bool IsSound =>
        Amount > Money.Zero && Amount <= Most && PerNeedUnit >= Money.Zero && PerNeedUnit <= Most && SeniorityPercent is >= 0 and <= 100
        && (Basis == PayBasis.EqualHourly || MonthMinutes is > 0 and <= 31 * 24 * 60)
        && (Basis == PayBasis.Grades) == !Grades.IsEmpty
        && Grades.Length <= MostGrades && Grades.All(grade => grade.Percent is > 0 and <= 1_000) && Grades.Select(grade => grade.Number).Distinct().Count() == Grades.Length;
}
