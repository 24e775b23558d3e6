using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Members;

/// <summary>The roster on any date. Names are for members; the public sees how many there are.</summary>
public sealed class MembersPage(Example example) : RoomPage(Audience.Public)
{
    private const int OnOnePage = 100;

    /// <summary>The day asked for, as <c>2024-03-04</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "on")]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "standing")]
    public Standing? Standing { get; set; }

    /// <summary>Part of a name, or a number.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public RosterView Roster { get; private set; } = null!;

    /// <summary>The lines of this page, after filter and search.</summary>
    public ImmutableArray<RosterLine> Shown { get; private set; } = [];

    /// <summary>How many lines there are on all pages.</summary>
    public int Found { get; private set; }

    public int First => (Sheet - 1) * OnOnePage + 1;

    public bool IsExample => example.IsOn;

    /// <summary>Members see names; in an example, where all are invented, so does whoever has still to choose whom to be.</summary>
    public bool SeesNames => Visit.Viewer.IsMember || IsExample;

    public bool IsToday => Roster.On == Visit.Today;

    /// <summary>Whether the visitor may enter an application made on paper.</summary>
    public bool KeepsRoster => Visit.May(new BeginTrial(default, Visit.Today));

    /// <summary>This page with something changed.</summary>
    public string Href(Standing? standing, int sheet = 1)
    {
        var query = new QueryString().Add("on", On ?? "").Add("standing", standing?.ToString() ?? "").Add("q", Asked ?? "").Add("p", sheet.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return $"/c/{BookId}/members{query}";
    }

    public int Sheets => (Found + OnOnePage - 1) / OnOnePage;

    protected override Task LoadAsync()
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(On ?? "");
        Roster = RosterView.Of(Visit.State, day.Success ? day.Value : null, Visit.Now);
        var lines = Roster.Lines.Where(line => Standing is { } standing ? line.Standing == standing : line.Standing != Domain.Members.Standing.Departed).Where(Matches).ToImmutableArray();
        Found = lines.Length;
        Sheet = Math.Clamp(Sheet, 1, Math.Max(1, Sheets));
        Shown = [.. lines.Skip(First - 1).Take(OnOnePage)];
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() => Shown.SelectMany(line => line.Posts).Distinct().Select(post => Visit.State.Posts.Posts[post.Value].Terms.Name);

    private bool Matches(RosterLine line) =>
        string.IsNullOrWhiteSpace(Asked)
        || line.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) == Asked.Trim()
        || System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            Visit.NameOf(line.Person), Asked.Trim(), System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;
}
