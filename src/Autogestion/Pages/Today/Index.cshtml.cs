using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Resolutions;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;
using Due = Autogestion.Domain.Calendar.Due;

namespace Autogestion.Pages.Today;

/// <summary>The first page of a collective: what is asked of me, what was decided, what is due; for the public its front.</summary>
public sealed class TodayPage() : RoomPage(Audience.Public)
{
    private const int MostDecided = 5;

    public ImmutableArray<Ask> AskedOfMe { get; private set; } = [];

    public ImmutableArray<Due> Due { get; private set; } = [];

    public ImmutableArray<SittingView> Sittings { get; private set; } = [];

    public Assembly? NextNotice { get; private set; }

    public ImmutableArray<(Resolution Resolution, Sum? Sum)> Decided { get; private set; } = [];

    public Pictures? Pictures { get; private set; }

    public AskWords Say => new(T, Visit, Words);

    /// <summary>A day as it stands under a column.</summary>
    public string DayAndMonth(Instant instant)
    {
        var day = instant.InZone(Visit.State.Deed.Zone).Date;
        return $"{day.Day} {T.Month(day)}";
    }

    public Task<IActionResult> OnPostVoteAsync(int assembly, int motion, string choice)
    {
        var words = choice switch { "for" => Choice.For, "against" => Choice.Against, _ => Choice.Abstain };
        return AskAsync(new CastBallot(new(assembly), new(motion), words), T["today.askVote", ("choice", T[$"votes.{(words == Choice.For ? "for" : words == Choice.Against ? "against" : "abstain")}"])], T["today.doneVote"], $"/c/{BookId}");
    }

    public Task<IActionResult> OnPostComeInAsync(int assembly) =>
        AskAsync(new CheckIn(new(assembly), Visit.Viewer.Person ?? PersonId.Nobody), T["today.askComeIn"], T["today.doneComeIn"], $"/c/{BookId}");

    protected override async Task LoadAsync()
    {
        NextNotice = Visit.State.Assemblies.Current.Values.Where(one => one.Body == BodyId.Assembly && one.Phase == AssemblyPhase.Noticed && one.Calls[^1].At >= Visit.Now)
            .OrderBy(one => one.Calls[0].At).FirstOrDefault();
        if (!Visit.Viewer.IsMember) return;
        AskedOfMe = Visit.Viewer.Person is { } person ? Asks.Of(Visit.State, person, Visit.Now) : [];
        Due = [.. Dues.Of(Visit.State, Visit.Now).Concat(Visit.Viewer.Person is { } mine ? Dues.TurnsOf(Visit.State, mine, Visit.Now) : []).OrderBy(due => due.On)];
        Sittings = SittingView.Today(Visit.State, Visit.Now);
        Pictures = Pictures.Of(Visit.State, Visit.Now);
        var decided = ImmutableArray.CreateBuilder<(Resolution, Sum?)>();
        foreach (var resolution in Visit.State.Resolutions.Newest().Take(MostDecided))
            decided.Add((resolution, await Visit.Desk.SumOfAsync(resolution, HttpContext.RequestAborted)));
        Decided = decided.DrainToImmutable();
    }

    protected override IEnumerable<Text?> Texts() =>
    [
        .. AskedOfMe.SelectMany(ask => AskWords.Texts(ask, Visit)),
        .. Sittings.SelectMany(sitting => new[] { sitting.Place, AskWords.NameOf(sitting.Body, Visit), sitting.ItemTitle }),
        .. Decided.Select(decided => decided.Resolution.Words),
        .. Due.SelectMany(due => DueWords.Texts(due, Visit)),
        NextNotice?.Place,
        .. NextNotice?.Agenda.Select(item => item.Title) ?? [],
    ];
}

/// <summary>A sitting of today, as the first page shows it.</summary>
/// <param name="Present">Entitled and in the room.</param>
/// <param name="Needed">People needed: for the next call before the opening, for the next vote after it.</param>
public sealed record SittingView(
    AssemblyId Id, AssemblyKind Kind, BodyId Body, AssemblyPhase Phase, Text Place, int Roll, int Present, int Needed, NoticedCall? Call, Instant? OpenedAt, int? Item, Text? ItemTitle, int Items)
{
    /// <summary>Sittings that are open, or whose day it is.</summary>
    public static ImmutableArray<SittingView> Today(Collective state, Instant now)
    {
        var zone = state.Deed.Zone;
        var today = now.InZone(zone).Date;
        return
        [
            .. state.Assemblies.Current.Values
                .Where(assembly => assembly.OpenedAt is not null || assembly.Calls.Any(call => call.At.InZone(zone).Date == today))
                .OrderBy(assembly => assembly.OpenedAt is null).ThenBy(assembly => assembly.Calls[0].At)
                .Select(assembly => Of(assembly, state, now)),
        ];
    }

    private static SittingView Of(Assembly assembly, Collective state, Instant now)
    {
        var (call, opened) = (Asks.NextCall(assembly), assembly.Opening);
        var entitled = opened is null ? state.Entitled(assembly.Body, now) : [.. assembly.Roll];
        var needed = opened is not null ? opened.Needed : call is null ? 0 : RoomDecider.Needed(call, entitled.Length);
        return new(
            assembly.Id, assembly.Kind, assembly.Body, assembly.Phase, assembly.Place, entitled.Length, entitled.Count(assembly.InRoom.ContainsKey), needed,
            opened is null ? call : null, assembly.OpenedAt, assembly.CurrentItem, assembly.CurrentItem is { } item ? assembly.Item(item)?.Title : null, assembly.Agenda.Length);
    }
}
