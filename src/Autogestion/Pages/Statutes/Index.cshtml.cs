using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Presets;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Statutes;

/// <summary>The rules in plain words: who set each, where it is written, how far it may be changed, and what it comes to today.</summary>
public sealed class StatutesPage() : RoomPage(Audience.Public)
{
    private const int OnOneSheet = 10;

    /// <summary>The newest version of the history to show.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int Version { get; set; }

    public StatutesView View { get; private set; } = null!;

    public ImmutableArray<(StatuteChange Change, ResolutionId? Resolution)> History { get; private set; } = [];

    public Preset Preset => Visit.State.Statutes.Preset!;

    /// <summary>A newer edition of the law in force, which the book has not recorded.</summary>
    public ShippedPreset? Newer => PresetLibrary.Shipped.Find(Preset.Id) is { Preset.Status: PresetStatus.Current } shipped && shipped.Preset.Edition > Preset.Edition ? shipped : null;

    /// <summary>Rules that the newer edition would change.</summary>
    public IEnumerable<(PresetRule Before, PresetRule After)> Differences => Newer is not { } newer ? [] :
        newer.Preset.Rules.Select(after => (Before: Preset.Rules.FirstOrDefault(before => before.Key == after.Key) ?? Domain.Statutes.Rules.All[after.Key].OfTheHouse!, After: after)).Where(pair => !pair.Before.Value.Equals(pair.After.Value));

    public bool MayRecord => Newer is { } newer && Visit.May(new RecordLaw(newer.Preset, newer.Hash));

    public RuleWording Say => new(T);

    /// <summary>Where a rule is written, or that the collective made it.</summary>
    public string Cite(RuleInForce<RuleValue> rule) => rule.Layer != Layer.Law ? T.Name(rule.Layer)
        : rule.Law.Article.Length == 0 ? T.Name(Mark.House)
        : Say.Cite(rule.Cited, Preset);

    /// <summary>What a rule comes to today.</summary>
    public string Tell(Implied implied) => implied switch
    {
        Implied.People { Call: { } call } people => T["statutes.today.call", ("call", T.Ordinal(call, true)), ("needed", people.Needed), ("of", people.Of)],
        Implied.People people => T["statutes.today.people", ("needed", people.Needed), ("of", people.Of)],
        Implied.AtMost most => T["statutes.today.atMost", ("most", most.Most), ("of", most.Of)],
        Implied.InFavour favour => T["statutes.today.inFavour", ("needed", favour.Needed), ("of", favour.Of)],
        Implied.NotBefore before => T["statutes.today.notBefore", ("moment", T.Moment(before.At))],
        Implied.NotAfter after => T["statutes.today.notAfter", ("date", T.Date(after.Day))],
        Implied.FromYearEnd year => T["statutes.today.fromYearEnd", ("end", T.ShortDate(year.YearEnd)), ("by", T.Date(year.By))],
        _ => "",
    };

    /// <summary>What else holds for a matter: secrecy, formal assemblies, appeal, coming up off the agenda.</summary>
    public IEnumerable<string> Also(MatterLine line)
    {
        if (line.Secret.Rule.Value is RuleValue.Switch { Value: true }) yield return T["statutes.secret"];
        if (line.Reserved.Rule.Value is RuleValue.Switch { Value: true }) yield return T["statutes.formalOnly"];
        if (line.Appeal.Rule.Value is RuleValue.Choice { Value: not "None" } appeal) yield return T["statutes.appeal", ("body", Say.Value(appeal, line.Appeal.Key.Name))];
        if (line.OffAgenda.Rule.Value is RuleValue.Choice { Value: not "Never" } off) yield return T["statutes.offAgenda", ("how", Say.Value(off, line.OffAgenda.Key.Name))];
    }

    /// <summary>How far the layer below may go. For a majority the kind alone: its range is the majority itself, said beside it.</summary>
    public string Range(PresetRule law) => law.Value is RuleValue.Majority ? T.Name(law.Bound.Kind) : Say.Bound(law.Bound, law.Key);

    public Task<IActionResult> OnPostRecordAsync() => Newer is { } newer
        ? AskAsync(new RecordLaw(newer.Preset, newer.Hash), T["statutes.askRecord", ("edition", newer.Preset.Edition)], DoneOrFirst("statutes.doneRecord"), $"/c/{BookId}/statutes")
        : Task.FromResult<IActionResult>(Redirect($"/c/{BookId}/statutes"));

    protected override async Task LoadAsync()
    {
        View = StatutesView.Of(Visit.State, Visit.Now);
        var history = ImmutableArray.CreateBuilder<(StatuteChange, ResolutionId?)>();
        foreach (var change in StatuteHistory.Back(Visit.State, Version).Take(OnOneSheet))
            history.Add((change, await StatuteHistory.ResolutionOfAsync(Visit.Desk, change, HttpContext.RequestAborted)));
        History = history.DrainToImmutable();
    }

    protected override IEnumerable<Text?> Texts() => Visit.PostNames();
}
