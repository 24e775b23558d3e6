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

    /// <summary>How many of the roll must sign.</summary>
    public RuleInForce<RuleValue.Heads> Share => Visit.State.Statutes.Rule(Rules.PetitionShare);

    public int Roll => Visit.State.Roster.Voters(Visit.Now).Length;

    public int Needed => Share.Value.Value.Needed(Roll);

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
