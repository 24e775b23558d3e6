using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using Autogestion.Look;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>The form for the surplus of a year: the same fields compare alternatives on the page of the surplus and make the motion's effect.</summary>
internal static class SurplusEffects
{
    private static readonly ImmutableArray<string> Amounts = ["members", "nonMembers", "outside", "pastLosses", "usedReserves", "capital", "legalReserve"];

    public static EffectForm Distribute { get; } = new("distributeSurplus", [Matter.DistributeSurplus], ground => Fields(ground), Read);

    /// <summary>The last year end before today.</summary>
    public static LocalDate LastYearEnd(EffectGround ground)
    {
        var ends = ground.Visit.State.Deed.YearEnds;
        return ends.InYear(ground.Visit.Today.Year) < ground.Visit.Today ? ends.InYear(ground.Visit.Today.Year) : ends.InYear(ground.Visit.Today.Year - 1);
    }

    public static IEnumerable<EffectField> Fields(EffectGround ground)
    {
        var (reader, statutes) = (ground.Reader, ground.Visit.State.Statutes);
        yield return new("yearEnd", reader["surplus.yearEnd"], "date") { First = NodaTime.Text.LocalDatePattern.Iso.Format(LastYearEnd(ground)) };
        var known = Known(ground);
        foreach (var (name, at) in Amounts.Select((name, at) => (name, at))) yield return new(name, reader["surplus." + name], Required: name == "members") { First = known is { } figures ? reader.Amount(figures[at]) : name == "members" ? null : "0", Hint = name == "members" ? reader["surplus.amountHint"] : null };
        yield return new("reading", reader["surplus.reading"], "select")
        {
            Options = [.. Enum.GetValues<PriorLosses>().Select(reading => ($"{reading}", reader.Name(reading)))],
            First = statutes.Rule(Rules.PriorLosses).Value.Value,
        };
        if (MayHaveInterest(statutes)) yield return new("interest", reader["surplus.interest"], Required: false);
        if (statutes.Rule(Rules.SurplusAllocation).Value.Value.Any(step => step is { To: SurplusUse.Return, Least: not null })) yield return new("returnPart", reader["surplus.returnPart"], Required: false);
        yield return new("inShares", reader["surplus.inShares"], Required: false);
        var measure = reader["rule.surplus.work-measure." + statutes.Rule(Rules.WorkMeasure).Value.Value];
        foreach (var (person, number) in People(ground))
        {
            var name = ground.Visit.NameOf(person);
            yield return new($"work{number}", reader["surplus.work", ("name", name)], "number", false) { First = YearFigures.WorkOf(person, LastYearEnd(ground).Year, ground.Visit.State) is > 0 and var work ? $"{work}" : null, Hint = number == People(ground).First().Number ? reader["surplus.workHint", ("measure", measure)] : null };
            if (MayHaveInterest(statutes)) yield return new($"shares{number}", reader["surplus.shares", ("name", name)], Required: false);
        }
    }

    /// <summary>The act, with what makes no sense noted in the answers.</summary>
    public static DistributeSurplus Read(EffectGround ground)
    {
        var answers = ground.Answers;
        var figures = new SurplusFigures(
            Amount("members", answers), Amount("nonMembers", answers), Amount("outside", answers), Amount("pastLosses", answers), Amount("usedReserves", answers), Amount("capital", answers), Amount("legalReserve", answers));
        var choice = new SurplusChoice(answers.Choice<PriorLosses>("reading"), Part("interest", answers) ?? new(0, 1), Part("returnPart", answers), Part("inShares", answers) ?? new(0, 1));
        return new(answers.Day("yearEnd"), figures, choice, [.. People(ground)
            .Select(one => new MemberWork(one.Person, answers.OptionalWhole($"work{one.Number}") ?? 0, Amount($"shares{one.Number}", answers)))
            .Where(one => one.Work > 0 || !one.Shares.IsZero)]);
    }

    // Nothing typed is zero.
    private static Money? AmountOf(string typed) => typed.Length == 0 ? Money.Zero : TypedAmount.Read(typed);

    // The figures of the accounts, in the order of the fields; null where none are kept of that year.
    private static ImmutableArray<Money>? Known(EffectGround ground) =>
        YearFigures.Of(LastYearEnd(ground).Year, ground.Visit.State) is { } of ? [of.FromMembers, of.FromNonMembers, of.FromOutside, of.PastLosses, of.UsedReserves, of.Capital, of.LegalReserve] : null;

    private static Money Amount(string name, EffectAnswers answers)
    {
        if (AmountOf(answers[name]) is { } amount && amount <= SurplusFigures.Most && amount >= -SurplusFigures.Most) return amount;
        answers.Reject(name);
        return Money.Zero;
    }

    private static Fraction? Part(string name, EffectAnswers answers) => answers[name].Length == 0 ? null : answers.Share(name);

    private static bool MayHaveInterest(StatuteBook statutes) => statutes.Rule(Rules.ShareInterest).Value.Value > new Fraction(0, 1);

    private static IEnumerable<(PersonId Person, int Number)> People(EffectGround ground) =>
        ground.Visit.State.Roster.People.Values.Where(person => person.Number is not null).Select(person => (person.Id, person.Number!.Value)).OrderBy(one => one.Value);
}
