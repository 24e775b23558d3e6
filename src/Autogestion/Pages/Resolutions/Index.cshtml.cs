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

    /// <summary>Only those that this post answers for.</summary>
    [BindProperty(SupportsGet = true, Name = "owner")]
    public int? Owner { get; set; }

    /// <summary>Only those in this state, of those that still ask for something.</summary>
    [BindProperty(SupportsGet = true, Name = "status")]
    public ResolutionStatus? Status { get; set; }

    public bool OnlyOpen => Show == "open" || Owner is not null || Status is not null;

    public int All => OnlyOpen ? Chosen.Count() : Visit.State.Resolutions.All.Count;

    /// <summary>States that some open resolution is in, with how many.</summary>
    public IEnumerable<(ResolutionStatus Status, int Count)> Statuses =>
        Visit.State.Resolutions.StillOpen.GroupBy(resolution => resolution.On(Visit.Today)).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()));

    /// <summary>Posts that answer for something open.</summary>
    public IEnumerable<(PostId Post, int Count)> Owners =>
        Visit.State.Resolutions.StillOpen.Where(resolution => resolution.Owner is not null).GroupBy(resolution => resolution.Owner!.Value).OrderBy(group => group.Key.Value).Select(group => (group.Key, group.Count()));

    // The open ones are few, however many there have been.
    private IEnumerable<Resolution> Chosen => Visit.State.Resolutions.StillOpen.Reverse()
        .Where(resolution => (Owner is not { } owner || resolution.Owner?.Value == owner) && (Status is not { } status || resolution.On(Visit.Today) == status));

    public int First => (Sheet - 1) * OnOneSheet;

    public string? Href(int sheet) => sheet < 1 || (sheet - 1) * OnOneSheet >= All ? null : $"/c/{BookId}/resolutions?p={sheet}{Filters}";

    private string Filters => string.Concat(OnlyOpen ? "&show=open" : "", Owner is { } owner ? FormattableString.Invariant($"&owner={owner}") : "", Status is { } status ? $"&status={status}" : "");

    protected override async Task LoadAsync()
    {
        Sheet = Math.Clamp(Sheet, 1, Math.Max(1, (All + OnOneSheet - 1) / OnOneSheet));
        var list = Visit.State.Resolutions;
        var chosen = OnlyOpen ? Chosen.Skip(First).Take(OnOneSheet) : list.Newest(First).Take(OnOneSheet);
        var shown = ImmutableArray.CreateBuilder<(Resolution, Sum?)>();
        foreach (var resolution in chosen) shown.Add((resolution, await Visit.Desk.SumOfAsync(resolution, HttpContext.RequestAborted)));
        Shown = shown.DrainToImmutable();
    }

    protected override IEnumerable<Text?> Texts() =>
        Owners.Select(owner => (Text?)Visit.State.Posts.Posts[owner.Post.Value].Terms.Name).Concat(Shown.SelectMany(one => new[] { one.Resolution.Words, one.Resolution.Owner is { } owner ? Visit.State.Posts.Posts[owner.Value].Terms.Name : null }));
}
