using Autogestion.Domain.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>The chart of accounts and the sections, and what whoever keeps the accounts can change about them.</summary>
public sealed class ChartPage : AccountsPages
{
    public IReadOnlyList<(string, string)> Roles => [("", T["forms.choose"]), .. Enum.GetValues<AccountRole>().Select(role => ($"{role}", Wording.FactWording.Name(T, role)))];

    public Task<IActionResult> OnPostOpenAsync(string? code, string? role, string? name)
    {
        if (!Enum.TryParse<AccountRole>(role, out var chosen) || !Enum.IsDefined(chosen)) ModelState.AddModelError("role", T["forms.required"]);
        if (!ModelState.IsValid) return Task.FromResult<IActionResult>(Page());
        var typed = string.IsNullOrWhiteSpace(name) ? null : Typed(name);
        return AskAsync(new OpenAccount(new((code ?? "").Trim(), chosen, typed?.Text)), T["act.accounts.open-account"], T["accounts.did.open"], Here + "/chart", typed is null ? [] : [typed]);
    }

    public Task<IActionResult> OnPostCloseAsync(string? changed) => AskAsync(new CloseAccount((changed ?? "").Trim()), T["act.accounts.close-account"], T["accounts.did.close"], Here + "/chart");

    public Task<IActionResult> OnPostRenameAsync(string? changed, string? called)
    {
        var typed = Typed(called);
        return AskAsync(new RenameAccount((changed ?? "").Trim(), typed), T["act.accounts.rename-account"], T["accounts.did.rename"], Here + "/chart", typed);
    }

    public Task<IActionResult> OnPostSectionAsync(string? section)
    {
        var typed = Typed(section);
        return AskAsync(new OpenSection(typed), T["act.accounts.open-section"], T["accounts.did.section"], Here + "/chart", typed);
    }
}
