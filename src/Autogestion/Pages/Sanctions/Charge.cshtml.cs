using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Sanctions;

/// <summary>Laying a charge: against whom, what happened, which norm it breaks, and the gravest sanction that can come of it.</summary>
public sealed class ChargePage() : RoomPage(Audience.Members)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty]
    public SanctionStep? Step { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? Norm { get; set; }

    public IReadOnlyList<(string, string)> People =>
    [
        ("", T["forms.choose"]),
        .. Visit.State.Roster.People.Keys.Where(person => person != Visit.Viewer.Person && Visit.State.Roster.Belongs(person, Visit.Now))
            .Select(person => ($"{person}", Visit.NameOf(person))).OrderBy(person => person.Item2, StringComparer.Create(T.Culture, true)),
    ];

    protected override IEnumerable<Text?> Texts() => [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Person is null) ModelState.AddModelError(nameof(Person), T["forms.choose"]);
        if (Step is null || !Enum.IsDefined(Step.Value)) ModelState.AddModelError(nameof(Step), T["forms.choose"]);
        if (string.IsNullOrWhiteSpace(Ground)) ModelState.AddModelError(nameof(Ground), T["forms.required"]);
        if (string.IsNullOrWhiteSpace(Norm)) ModelState.AddModelError(nameof(Norm), T["forms.required"]);
        if (!ModelState.IsValid) return Page();
        var (ground, norm) = (Typed(Ground), Typed(Norm));
        var next = Visit.State.Sanctions.Next;
        return await AskAsync(
            new LayCharge(new(Person!.Value), Step!.Value, ground, norm), T["sanctions.asked.charge", ("name", Visit.NameOf(new(Person.Value)))], T["sanctions.done.charge"],
            $"/c/{BookId}/sanctions/{next.Value}", ground, norm);
    }
}
