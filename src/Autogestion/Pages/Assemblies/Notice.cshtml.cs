using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>The notice as a sheet for the board, with its place in the book, and the record of where it was put up.</summary>
public sealed class NoticePage() : AssemblyPage(Audience.Public)
{
    [BindProperty]
    public string? Where { get; set; }

    /// <summary>The sitting: as it stands, or as its record says once it is over.</summary>
    public Assembly? Shown { get; private set; }

    /// <summary>Leaf hash of the notice in hexadecimal, to be compared with the book.</summary>
    public string LeafHex { get; private set; } = "";

    public bool MayPost => Current is { Phase: AssemblyPhase.Noticed } && Live.Abilities.Of(Visit, Id).Post is not null;

    /// <summary>How many each may represent.</summary>
    public RuleInForce<RuleValue.Whole> Most => Governing.Rule(Rules.MostProxies);

    /// <summary>Whether one may take part from afar.</summary>
    public RuleInForce<RuleValue.Switch> Remote => Governing.Rule(Rules.Remote);

    private StatuteBook Governing => Visit.State.StatuteVersions[Shown!.StatutesVersion];

    /// <summary>Who convened; to the public only that somebody with the power did.</summary>
    public string NoticedBy => Visit.Viewer.IsMember ? Visit.NameOf(Shown!.NoticedBy) : T["assemblies.notice.somebody"];

    protected override IEnumerable<Text?> Texts() => Shown is not { } assembly ? [] :
    [
        assembly.Place, AssemblyWords.NameOf(assembly.Body, Visit), .. assembly.PostedAt, .. assembly.Agenda.Select(item => AssemblyWords.TextOf(item, Visit)),
    ];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        var where = Typed(Where);
        return await AskAsync(new PostNotice(Id, where), T["assemblies.asked.post"], T["assemblies.done.post"], $"{Here}/notice", where);
    }

    private async Task<bool> FindAsync()
    {
        Shown = Current ?? (await Visit.Desk.ReadAsync(Id, HttpContext.RequestAborted))?.Assembly;
        if (Shown is not { } assembly) return false;
        await foreach (var entry in Visit.Desk.ReadAsync(assembly.Position - 1, assembly.Position, HttpContext.RequestAborted))
            LeafHex = Convert.ToHexStringLower(entry.Hash.ToArray());
        return true;
    }
}
