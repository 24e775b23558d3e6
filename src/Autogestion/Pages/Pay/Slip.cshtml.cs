using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Pay;

/// <summary>One slip: its arithmetic line by line, the resolution it rests on, and what can be said against it.</summary>
public sealed class SlipPage : PayPages
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string Asked { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid AskedPerson { get; set; }

    public PayRun Run => Book.Runs[Read(Asked)!.Value];

    public PaySlip Slip => Run.SlipOf(new(AskedPerson))!;

    public bool MayContest => Me == Slip.Person && !Run.Settled && Run.ContestUntil >= Visit.Now && !Run.Contested.ContainsKey(Slip.Person);

    public bool MayAnswer => Run.Contested.ContainsKey(Slip.Person) && Me is { } me && me != Slip.Person && Authorities.For(new DrawUpPay(default), me, Visit.Now, Visit.State) is not null;

    /// <summary>What is said to be wrong, for whom it concerns: the person, whoever answers, and whoever audits.</summary>
    public Text? Reason => Run.Contested.GetValueOrDefault(Slip.Person) is { } reason && (Me == Slip.Person || MayAnswer || Visit.Viewer.IsOf(Audience.Auditors)) ? reason : null;

    protected override IEnumerable<Text?> Texts() => [.. base.Texts(), Reason];

    protected override bool Exists => Read(Asked) is { } month && Book.Runs.GetValueOrDefault(month)?.SlipOf(new(AskedPerson)) is not null;

    public Task<IActionResult> OnPostContestAsync(string? reason)
    {
        var typed = Typed(reason, Retention.Erasable);
        return AskAsync(new ContestSlip(Slip.Person, Run.Month, typed), T["act.pay.contest"], T["pay.did.contest"], $"{Here}/{Asked}/{AskedPerson}", typed);
    }

    public Task<IActionResult> OnPostAnswerAsync(string? answer)
    {
        var typed = Typed(answer);
        return AskAsync(new AnswerContestedSlip(Slip.Person, Run.Month, typed), T["act.pay.answer"], T["pay.did.answer"], $"{Here}/{Asked}/{AskedPerson}", typed);
    }
}
