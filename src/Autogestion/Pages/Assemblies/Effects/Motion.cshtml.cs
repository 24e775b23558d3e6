using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>
/// Tabling a motion: under which item, what it does, and its words. What stands in the way of an effect is said before it is
/// tabled, by rehearsing the same decision; it can be tabled all the same.
/// </summary>
public sealed class MotionPage() : AssemblyPage(Audience.Members)
{
    private EffectAnswers? answers;

    [BindProperty(SupportsGet = true)]
    public int? Item { get; set; }

    /// <summary>Name of the effect, or <c>words</c> for a motion that is only words.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Does { get; set; }

    public AgendaItem? ChosenItem => Item is { } item ? Current!.Item(item) : null;

    public EffectForm? Form => EffectForm.Find(Does);

    public EffectAnswers Answers => answers ??= new(
        name => Request.HasFormContentType ? Request.Form[name].ToString() : Request.Query[name].ToString(),
        words => Typed(words));

    /// <summary>What would stand in the way of the effect, when it was asked to be tabled.</summary>
    public ImmutableArray<string> Warnings { get; private set; } = [];

    public IReadOnlyList<EffectField> Fields => Form is null ? [] : [.. Form.Fields(Ground)];

    /// <summary>Whether a rule must be chosen before its value can be asked for.</summary>
    public bool AsksShape => Fields is [{ Name: "rule" }];

    public string TypedWords => Answers["words"];

    public string TypedFrom => Answers["effectFrom"];

    /// <summary>Whether the effect belongs to another matter than the item.</summary>
    public bool IsOffAgenda => Form is { } form && ChosenItem is { } item && !form.IsOf(item.Matter);

    public IReadOnlyList<(string, string)> Moments =>
    [
        ("Proclamation", T["assemblies.from.proclamation"]), ("Date", T["assemblies.from.onDay"]), ("Registration", T["assemblies.from.whenRegistered"]), ("Appeal", T["assemblies.from.whenAppealLapsed"]),
    ];

    private EffectGround Ground => new(Visit, T, Say, Answers);

    /// <summary>What stands in a field: typed before, or what it begins with.</summary>
    public string ValueOf(EffectField field) => Request.HasFormContentType && Request.Form.ContainsKey(field.Name) || field.Type is "tick" or "ticks" && Request.HasFormContentType && !AsksShape && !Request.Form.ContainsKey("shape")
        ? Answers[field.Name]
        : Answers[field.Name] is { Length: > 0 } asked ? asked : field.First ?? "";

    /// <summary>What was decided before on the matter of the item.</summary>
    public Resolutions.BeforeView? Before => ChosenItem is { } item ? Resolutions.BeforeView.Of(item.Matter, Visit, Words, T) : null;

    protected override IEnumerable<Text?> Texts() => Current is not { } assembly ? [] :
    [
        .. ChosenItem is { } chosen ? Resolutions.BeforeView.Texts([chosen.Matter], Visit) : [],
        .. Live.LiveRoom.Texts(Visit, assembly),
        .. Visit.State.Posts.Posts.Values.Select(post => post.Terms.Name),
        .. Visit.State.Bodies.All.Values.Select(body => body.Name),
        .. Form?.Name is "setAside" or "ratify" ? Visit.State.Resolutions.All.Values.Reverse().Take(200).Select(resolution => resolution.Words) : [],
    ];

    public IActionResult OnGet() => Current is null ? Redirect(Here) : Page();

    public async Task<IActionResult> OnPostAsync(bool shape, bool warned, bool consequence)
    {
        if (Current is null) return Redirect(Here);
        if (shape || ChosenItem is not { } item) return Page();
        if (TypedWords.Length == 0) ModelState.AddModelError("words", T["forms.required"]);
        var effect = Form?.Read(Ground);
        var from = From();
        if (!ModelState.IsValid || Answers.Wrong.Count > 0 || (Form is not null && effect is null)) return Page();

        var words = Typed(TypedWords);
        var act = new TableMotion(Id, item.Number, words, effect, from, consequence);
        if (!warned && effect is not null && Rehearse(act) is { Length: > 0 } warnings)
        {
            Warnings = warnings;
            return Page();
        }
        return await AskAsync(act, T["assemblies.asked.table", ("item", item.Number)], T["assemblies.done.table"], $"{Here}#floor", [words, .. Answers.Texts]);
    }

    private ImmutableArray<string> Rehearse(TableMotion act)
    {
        var actor = Visit.Viewer.Person ?? PersonId.Nobody;
        var authority = Authorities.For(act, actor, Visit.Now, Visit.State) ?? new Authority.Membership();
        return Visit.State.Decide(act, new(Guid.Empty, actor, authority, Visit.Now)) is Decision.Entered { Entries: [MotionTabled tabled, ..] } ? tabled.Warnings : [];
    }

    private EffectFrom? From() => TypedFrom switch
    {
        "Date" => new EffectFrom.Date(Answers.Day("effectDay")),
        "Registration" => new EffectFrom.Registration(),
        "Appeal" => new EffectFrom.AppealLapsed(),
        _ => null,
    };
}
