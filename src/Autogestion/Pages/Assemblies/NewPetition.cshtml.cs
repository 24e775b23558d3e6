using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>Starting a petition for an assembly of all members.</summary>
public sealed class NewPetitionPage() : RoomPage(Audience.Members)
{
    private static readonly ImmutableArray<AssemblyKind> Askable = [AssemblyKind.Extraordinary, AssemblyKind.Weekly, AssemblyKind.Ordinary];

    [BindProperty]
    public string? Kind { get; set; }

    public AgendaRows Agenda { get; private set; } = AgendaRows.Empty;

    public AssemblyWords Say => new(T, Visit, Words);

    public IReadOnlyList<(string, string)> Kinds => [.. Askable.Select(kind => ($"{kind}", T.Name(kind)))];

    /// <summary>The part of the roll that must sign.</summary>
    public RuleInForce<RuleValue.Share> Share => Visit.State.Statutes.Rule(Rules.PetitionShare);

    public int Needed => Math.Max(1, Share.Value.Value.AtLeast(Visit.State.Roster.Voters(Visit.Now).Length));

    protected override IEnumerable<Text?> Texts() => [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(bool more)
    {
        Agenda = AgendaRows.Read(Request.Form);
        if (more) Agenda = Agenda.WithMore();
        if (more || !Enum.TryParse<AssemblyKind>(Kind, out var kind)) return Page();
        var (drafts, words) = Agenda.Drafts(typed => Typed(typed));
        var next = Visit.State.Assemblies.NextPetition;
        return await AskAsync(
            new PetitionAssembly(kind, drafts), T["assemblies.asked.petition", ("kind", T.Name(kind))], T["assemblies.done.petition"], $"/c/{BookId}/assemblies/petition/{next.Value}", words);
    }
}
