using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using Autogestion.Web;
using Autogestion.Wording;
using NodaTime.Text;

namespace Autogestion.Pages.Pay;

/// <summary>What the pages about pay have in common.</summary>
public abstract class PayPages() : RoomPage(Audience.Members)
{
    public PayBook Book => Visit.State.Pay;

    public string Here => $"/c/{BookId}/pay";

    public PersonId? Me => Visit.Viewer.Person;

    public string? Currency => Visit.State.Accounts.Currency;

    public string Amount(Money amount) => T.Amount(amount);

    public string MonthOf(YearMonth month) => T.MonthAndYear(month.OnDayOfMonth(1));

    public static string Write(YearMonth month) => YearMonthPattern.Iso.Format(month);

    /// <summary>A line of a slip with what it was reckoned from: "Base: 28 of 31 days of 1,000.00".</summary>
    public string Reckoned(PayLine line) => T[$"pay.line.{line.Kind}",
        ("units", line.Kind is PayLineKind.Hours or PayLineKind.Absence ? T.Span(Duration.FromMinutes(line.Units)) : T.Number(line.Units)),
        ("of", line.Kind == PayLineKind.Absence ? T.Span(Duration.FromMinutes(line.Of)) : T.Number(line.Of)),
        ("rate", T.Amount(line.Rate))];

    /// <summary>The rule in a sentence.</summary>
    public string Say(PayRule rule) => T[$"pay.rule.{rule.Basis}", ("amount", T.Amount(rule.Amount)), ("currency", Currency ?? "")];

    protected static YearMonth? Read(string? month) => YearMonthPattern.Iso.Parse(month ?? "") is { Success: true, Value: var read } ? read : null;

    protected override IEnumerable<Text?> Texts() => [.. Book.Rule?.Grades.Select(grade => grade.Name) ?? []];
}
