using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using Autogestion.Look;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>Effects on work's pay and on the accounts.</summary>
internal static class EconomyEffects
{
    private const int MostGrades = 6;

    public static IReadOnlyList<EffectForm> All { get; } =
    [
        new("payRule", [Matter.PayRule], RuleFields, ground => new SetPayRule(Rule(ground))),
        new("giveGrade", [Matter.PayRule], GradeFields, ground => new GiveGrade(ground.Answers.Person("person"), ground.Answers.Whole("grade"))),
        new("approveAccounts", [Matter.ApproveAccounts], YearFields, ground => new ApproveAccounts(ground.Answers.Whole("year"))),
    ];

    private static IEnumerable<EffectField> RuleFields(EffectGround ground)
    {
        var (reader, now) = (ground.Reader, ground.Visit.State.Pay.Rule);
        return
        [
            new("basis", reader["assemblies.fields.payBasis"], "select") { Options = [.. Enum.GetValues<PayBasis>().Select(basis => ($"{basis}", reader.Name(basis)))], First = $"{now?.Basis ?? PayBasis.EqualMonthly}" },
            new("amount", reader["assemblies.fields.payAmount"]) { Hint = reader["assemblies.fields.payAmountHint"], First = now is null ? "" : reader.Amount(now.Amount), Unit = ground.Visit.State.Accounts.Currency },
            new("monthHours", reader["assemblies.fields.monthHours"], "number", false) { First = $"{(now?.MonthMinutes ?? 200 * 60) / 60}" },
            new("needs", reader["assemblies.fields.perNeed"], Required: false) { First = now is null ? "" : reader.Amount(now.PerNeedUnit) },
            new("seniority", reader["assemblies.fields.seniority"], "number", false) { First = $"{now?.SeniorityPercent ?? 0}", Unit = "%" },
            new("absences", reader["assemblies.fields.absencesTakeOff"], "tick", false) { First = now?.AbsenceTakesOff == false ? "" : "true" },
            .. Enumerable.Range(1, MostGrades).SelectMany(number => GradeFields(number, ground)),
        ];
    }

    private static IEnumerable<EffectField> GradeFields(int number, EffectGround ground) =>
    [
        new($"gradeName{number}", ground.Reader["assemblies.fields.gradeName", ("number", number)], Required: false) { Hint = number == 1 ? ground.Reader["assemblies.fields.gradeHint"] : null },
        new($"gradePercent{number}", ground.Reader["assemblies.fields.gradePercent", ("number", number)], "number", false) { Unit = "%" },
    ];

    private static PayRule Rule(EffectGround ground)
    {
        var answers = ground.Answers;
        var basis = answers.Choice<PayBasis>("basis");
        var grades = basis != PayBasis.Grades ? [] : Enumerable.Range(1, MostGrades).Where(number => answers[$"gradePercent{number}"].Length > 0)
            .Select(number => new PayGrade(number, answers.Words($"gradeName{number}"), answers.Whole($"gradePercent{number}"))).ToImmutableArray();
        return new(basis, Amount(answers, "amount"), (answers.OptionalWhole("monthHours") ?? 0) * 60, grades, answers["needs"].Length == 0 ? Money.Zero : Amount(answers, "needs"), answers.OptionalWhole("seniority") ?? 0, answers.Ticked("absences"));
    }

    private static Money Amount(EffectAnswers answers, string name)
    {
        if (TypedAmount.Read(answers[name]) is { } amount) return amount;
        answers.Reject(name);
        return Money.Zero;
    }

    private static IEnumerable<EffectField> GradeFields(EffectGround ground) =>
    [
        new("person", ground.Reader["assemblies.fields.person"], "select")
        {
            Options = [("", ground.Reader["forms.choose"]), .. ground.Visit.State.Roster.Voters(ground.Visit.Now).Select(person => ($"{person}", ground.Visit.NameOf(person)))],
        },
        new("grade", ground.Reader["assemblies.fields.grade"], "select")
        {
            Options = [("", ground.Reader["forms.choose"]), .. (ground.Visit.State.Pay.Rule?.Grades ?? []).Select(grade => ($"{grade.Number}", $"{grade.Number} · {grade.Percent} %"))],
        },
    ];

    private static IEnumerable<EffectField> YearFields(EffectGround ground)
    {
        var book = ground.Visit.State.Accounts;
        return [new("year", ground.Reader["assemblies.fields.year"], "select") { Options = [("", ground.Reader["forms.choose"]), .. book.ClosedYears.Except(book.ApprovedYears).Select(year => ($"{year}", Reader.Year(year)))] }];
    }
}
