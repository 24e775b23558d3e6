using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Resolutions;

/// <summary>Everything that was decided, the newest first, each with its votes and where it stands.</summary>
public sealed class ResolutionsPage() : RoomPage(Audience.Members)
{
    private const int OnOneSheet = 20;

    /// <summary><c>open</c> for those that still ask for something.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public ImmutableArray<(Resolution Resolution, Sum? Sum)> Shown { get; private set; } = [];

    public bool OnlyOpen => Show == "open";

    public int All => OnlyOpen ? Visit.State.Resolutions.Open.Count : Visit.State.Resolutions.All.Count;

    public int First => (Sheet - 1) * OnOneSheet;

    public string? Href(int sheet) => sheet < 1 || (sheet - 1) * OnOneSheet >= All ? null : $"/c/{BookId}/resolutions?p={sheet}{(OnlyOpen ? "&show=open" : "")}";

    protected override async Task LoadAsync()
    {
        Sheet = Math.Clamp(Sheet, 1, Math.Max(1, (All + OnOneSheet - 1) / OnOneSheet));
        var list = Visit.State.Resolutions;
        var chosen = OnlyOpen ? list.StillOpen.Reverse().Skip(First).Take(OnOneSheet) : list.Newest(First).Take(OnOneSheet);
        var shown = ImmutableArray.CreateBuilder<(Resolution, Sum?)>();
        foreach (var resolution in chosen) shown.Add((resolution, await Visit.Desk.SumOfAsync(resolution, HttpContext.RequestAborted)));
        Shown = shown.DrainToImmutable();
    }

    protected override IEnumerable<Text?> Texts() =>
        Shown.SelectMany(one => new[] { one.Resolution.Words, one.Resolution.Owner is { } owner ? Visit.State.Posts.Posts[owner.Value].Terms.Name : null });
}
