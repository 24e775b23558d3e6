using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using Autogestion.Look;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Autogestion.Pages.Pay;

/// <summary>How everybody is paid, my own slips, the months drawn up, what is owed, and what whoever keeps the accounts does about it.</summary>
public sealed class PayPage : PayPages
{
    private const int MonthsShown = 12;

    public bool MayKeep => Me is { } person && Authorities.For(new DrawUpPay(default), person, Visit.Now, Visit.State) is not null;

    public bool MayPay => Me is { } person && Authorities.For(new PayAdvances(Visit.Today, null, false), person, Visit.Now, Visit.State) is not null;

    public IEnumerable<PayRun> Runs => Book.Runs.Values.Reverse().Take(MonthsShown);

    /// <summary>The month that comes next: the one after the last settled, or the last that is over.</summary>
    public YearMonth Next => Book.SettledUntil?.PlusMonths(1) ?? Visit.Today.ToYearMonth().PlusMonths(-1);

    public Money MineOwed => Me is { } me ? Book.Owed.GetValueOrDefault(me) : Money.Zero;

    public bool MaySettle(PayRun run) => MayKeep && run is { Settled: false, Contested.IsEmpty: true } && run.ContestUntil < Visit.Now;

    /// <summary>Those whose need units or deductions can be set.</summary>
    public IReadOnlyList<(string, string)> People => [("", T["forms.choose"]), .. Visit.State.Roster.People.Values.Where(person => Visit.State.Roster.Speaks(person.Id, Visit.Now)).Select(person => ($"{person.Id}", Visit.NameOf(person.Id))).OrderBy(one => one.Item2, StringComparer.Create(T.Culture, true))];

    public IReadOnlyList<(string, string)> Kinds => [.. Enum.GetValues<DeductionKind>().Select(kind => ($"{kind}", Wording.FactWording.Name(T, kind)))];

    public Task<IActionResult> OnPostDrawUpAsync(string? month) =>
        Read(month) is { } chosen ? AskAsync(new DrawUpPay(chosen), T["act.pay.draw-up"], T["pay.did.drawUp"], $"{Here}/{Write(chosen)}") : Missing("month");

    public Task<IActionResult> OnPostSettleAsync(string? month) =>
        Read(month) is { } chosen ? AskAsync(new SettlePay(chosen), T["act.pay.settle"], T["pay.did.settle"], Here) : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostPayAsync(string? amount, string? day, bool cash)
    {
        var typed = string.IsNullOrWhiteSpace(amount) ? (Money?)null : TypedAmount.Read(amount);
        if (!string.IsNullOrWhiteSpace(amount) && typed is null) ModelState.AddModelError("amount", T["accounts.amountWrong"]);
        if (LocalDatePattern.Iso.Parse(day ?? "") is not { Success: true, Value: var when }) ModelState.AddModelError("day", T["accounts.dayNeeded"]);
        else if (ModelState.IsValid) return AskAsync(new PayAdvances(when, typed, cash), T["act.pay.pay-out"], T["pay.did.pay"], Here);
        return Task.FromResult<IActionResult>(Page());
    }

    public Task<IActionResult> OnPostEndAsync(Guid? whose, string? which) => Enum.TryParse<DeductionKind>(which, out var kind) && Enum.IsDefined(kind)
        ? AskAsync(new EndDeduction(new(whose ?? Guid.Empty), kind), T["act.pay.end-deduction"], DoneOrFirst("pay.did.end"), Here)
        : Missing("which");

    public Task<IActionResult> OnPostNeedAsync(Guid? person, int? units) =>
        units is { } number ? AskAsync(new SetNeedUnits(new(person ?? Guid.Empty), number), T["act.pay.set-need"], DoneOrFirst("pay.did.need"), Here) : Missing("units");

    public Task<IActionResult> OnPostDeductAsync(Guid? who, string? kind, string? each, string? until, string? ground)
    {
        if (TypedAmount.Read(each) is not { } amount) ModelState.AddModelError("each", T["accounts.amountWrong"]);
        else if (Read(until) is not { } last) ModelState.AddModelError("until", T["forms.required"]);
        else if (Enum.TryParse<DeductionKind>(kind, out var chosen) && Enum.IsDefined(chosen))
        {
            var typed = Typed(ground);
            return AskAsync(new SetDeduction(new(who ?? Guid.Empty), new(chosen, amount, last), typed), T["act.pay.set-deduction"], DoneOrFirst("pay.did.deduct"), Here, typed);
        }
        return Task.FromResult<IActionResult>(Page());
    }

    private Task<IActionResult> Missing(string field)
    {
        ModelState.AddModelError(field, T["forms.required"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.FromResult<IActionResult>(Page());
    }
}
