using Autogestion.Domain.Kernel;

namespace Autogestion.Pages.Work;

/// <summary>A form in which whoever keeps the hours says how long somebody worked.</summary>
/// <param name="Handler">What it asks: an answer to who contests, or a correction.</param>
/// <param name="About">What it is about, in words.</param>
/// <param name="Reason">What the person said.</param>
/// <param name="WorkMinutes">What is proposed.</param>
public sealed record SettleForm(KeepPage Page, PersonId Person, int Work, string Handler, string About, string? Reason, int? WorkMinutes);
