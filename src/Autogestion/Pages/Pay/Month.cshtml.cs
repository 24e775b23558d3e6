using Autogestion.Domain.Pay;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Pay;

/// <summary>Every slip of a month, side by side.</summary>
public sealed class MonthPage : PayPages
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string Asked { get; set; } = "";

    public PayRun Run => Book.Runs[Read(Asked)!.Value];

    protected override bool Exists => Read(Asked) is { } month && Book.Runs.ContainsKey(month);
}
