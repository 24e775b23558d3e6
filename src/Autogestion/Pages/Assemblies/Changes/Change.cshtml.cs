using System.Globalization;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Kernel;
using Autogestion.Pages.Assemblies.Live;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Changes;

/// <summary>What can be proposed about a motion on the floor: another wording, one motion of two, another body or a later day.</summary>
public sealed class ChangePage() : AssemblyPage(Audience.Members)
{
    [BindProperty(SupportsGet = true, Name = "motion")]
    public int MotionNumber { get; set; }

    [BindProperty(Name = "words")]
    public string? TypedWords { get; set; }

    [BindProperty]
    public string? Merged { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The motion it is about.</summary>
    public Motion? Motion => Current?.Find(new(MotionNumber)) is { } motion && Current.Changes.About(motion.Id) is null ? motion : null;

    /// <summary>The wording to be compared before it is proposed.</summary>
    public string? Shows { get; private set; }

    /// <summary>Motions of the same item that could become one with it, if the visitor moved one of the two.</summary>
    public IReadOnlyList<Motion> Mergeable =>
    [
        .. Current!.Motions.Values.Where(other => other.Id != Motion!.Id && other.Phase == MotionPhase.Tabled && other.Item == Motion.Item && other.Matter == Motion.Matter
            && Current.Changes.About(other.Id) is null && (other.Mover == Visit.Viewer.Person || Motion.Mover == Visit.Viewer.Person)),
    ];

    public IEnumerable<(string, string)> Bodies =>
        Visit.State.Bodies.All.Values.Where(body => body.Id != Current!.Body).Select(body => ($"{body.Id.Value}", T["assemblies.changes.refers", ("body", Say.Body(body.Id))]))
            .Prepend(("", T["assemblies.changes.postpones"]));

    protected override bool Exists => Motion is not null || (Current is null && Past is not null);

    protected override IEnumerable<Text?> Texts() => Current is { } assembly ? [.. LiveRoom.Texts(Visit, assembly), .. Visit.State.Bodies.All.Values.Select(body => body.Name)] : [];

    public IActionResult OnGet() => Current is null ? Redirect($"{Here}/minutes") : Page();

    public Task<IActionResult> OnPostAmendAsync(bool look)
    {
        if (look && Motion is not null)
        {
            Shows = TypedWords ?? "";
            return Task.FromResult<IActionResult>(Page());
        }
        var words = Typed(TypedWords);
        return DoAsync(new ProposeAmendment(Id, new(MotionNumber), words), "amend", words);
    }

    public Task<IActionResult> OnPostMergeAsync(int with)
    {
        var words = Typed(Merged);
        return DoAsync(new ProposeMerge(Id, new(MotionNumber), new(with), words), "merge", words);
    }

    public Task<IActionResult> OnPostPutOffAsync()
    {
        var words = Typed(Why);
        var body = int.TryParse(To, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new BodyId(number) : (BodyId?)null;
        var due = NodaTime.Text.LocalDatePattern.Iso.Parse(Due ?? "") is { Success: true, Value: var day } ? day : (LocalDate?)null;
        return DoAsync(new ProposeReferral(Id, new(MotionNumber), words, body, due), "putOff", words);
    }

    private async Task<IActionResult> DoAsync(Act act, string what, TypedWords words)
    {
        if (Motion is null) return Redirect(Here);
        var answer = await AskAsync(act, T[$"assemblies.asked.{what}"], T[$"assemblies.done.{what}"], $"{Here}#floor", words);
        return Motion is null && answer is Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? Redirect(Here) : answer;
    }
}
