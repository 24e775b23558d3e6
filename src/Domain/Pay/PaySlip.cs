namespace Autogestion.Domain.Pay;

/// <summary>What a line of a slip is.</summary>
public enum PayLineKind
{
    /// <summary>The amount of the rule, or of the grade, for the days in the collective that month.</summary>
    Base,

    /// <summary>Hours times the amount of an hour.</summary>
    Hours,

    /// <summary>Need units of the household.</summary>
    Need,
    Seniority,

    /// <summary>Taken off for absences that do not count as work.</summary>
    Absence,

    /// <summary>An order of a court.</summary>
    CourtOrder,

    /// <summary>What is paid back of a loan.</summary>
    Loan,

    /// <summary>A contribution to social security or a mutual fund.</summary>
    SocialContribution,
}

/// <summary>One line of a slip, with what it was reckoned from.</summary>
/// <param name="Units">Days, minutes, need units, full years: as the kind says; 0 where it is an amount only.</param>
/// <param name="Of">Of how many: days of the month, minutes of a full month, parts of a hundred.</param>
/// <param name="Rate">The amount for one of them, or for the whole.</param>
/// <param name="Amount">Above zero what is earned, below what is taken off.</param>
public sealed record PayLine(PayLineKind Kind, int Units, int Of, Money Rate, Money Amount)
{
    public bool IsDeduction => Kind >= PayLineKind.CourtOrder;
}

/// <summary>What one person earned in a month, line by line.</summary>
public sealed record PaySlip(PersonId Person, ImmutableArray<PayLine> Lines)
{
    /// <summary>Earned.</summary>
    public Money Gross => Money.Sum(Lines.Where(line => !line.IsDeduction).Select(line => line.Amount));

    /// <summary>Taken off; zero or above.</summary>
    public Money Deducted => -Money.Sum(Lines.Where(line => line.IsDeduction).Select(line => line.Amount));

    /// <summary>What comes to the hand.</summary>
    public Money Net => Gross - Deducted;
}

/// <summary>What is known of a person's month.</summary>
/// <param name="Days">Days of the month on which the person belonged to the collective or was on trial.</param>
/// <param name="Years">Full years in the collective at the end of the month.</param>
/// <param name="WorkMinutes">What counts as worked.</param>
/// <param name="AbsentMinutes">Absences that do not count as work.</param>
public sealed record PayMonth(PersonId Person, int Days, int Years, int WorkMinutes, int AbsentMinutes);

/// <summary>The arithmetic of a slip: addition and subtraction, in the open.</summary>
public static class PayReckoning
{
    /// <summary>The slip of one person. Nothing is taken off beyond what was earned.</summary>
    /// <param name="grade">Where the rule has grades: the person's, or the first of the table.</param>
    public static PaySlip Slip(PayRule rule, PayMonth month, int daysInMonth, PayGrade? grade, int needUnits, IEnumerable<PayDeduction> deductions)
    {
        var lines = ImmutableArray.CreateBuilder<PayLine>();
        if (rule.Basis == PayBasis.EqualHourly)
        {
            lines.Add(new(PayLineKind.Hours, month.WorkMinutes, 60, rule.Amount, Money.Round(rule.Amount.Value * month.WorkMinutes / 60)));
        }
        else
        {
            var whole = rule.Basis == PayBasis.Grades ? Money.Round(rule.Amount.Value * (grade?.Percent ?? 100) / 100) : rule.Amount;
            lines.Add(new(PayLineKind.Base, month.Days, daysInMonth, whole, Money.Round(whole.Value * month.Days / daysInMonth)));
            if (rule.AbsenceTakesOff && month.AbsentMinutes > 0)
            {
                var absent = Math.Min(month.AbsentMinutes, rule.MonthMinutes);
                lines.Add(new(PayLineKind.Absence, absent, rule.MonthMinutes, whole, -Least(Money.Round(whole.Value * absent / rule.MonthMinutes), lines[0].Amount)));
            }
        }
        if (rule.SeniorityPercent > 0 && month.Years > 0)
            lines.Add(new(PayLineKind.Seniority, month.Years, rule.SeniorityPercent, lines[0].Amount, Money.Round(lines[0].Amount.Value * month.Years * rule.SeniorityPercent / 100)));
        if (rule.PerNeedUnit > Money.Zero && needUnits > 0 && month.Days > 0)
            lines.Add(new(PayLineKind.Need, needUnits, 1, rule.PerNeedUnit, Money.Round(rule.PerNeedUnit.Value * needUnits)));
        var left = Money.Sum(lines.Select(line => line.Amount));
        foreach (var deduction in deductions)
        {
            var taken = Least(deduction.Amount, left);
            if (taken.IsZero) continue;
            lines.Add(new((PayLineKind)((int)PayLineKind.CourtOrder + (int)deduction.Kind), 0, 1, deduction.Amount, -taken));
            left -= taken;
        }
        return new(month.Person, lines.ToImmutable());
    }

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
