using Autogestion.Domain.Audit;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Audit;

/// <summary>What auditors observed and what was answered. Nothing here can be taken back, changed or hidden by anybody.</summary>
public sealed class AuditPage() : RoomPage(Audience.Members)
{
    private const int Most = 200;

    [BindProperty]
    public int? Body { get; set; }

    [BindProperty]
    public string? Rule { get; set; }

    [BindProperty]
    public int? About { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    /// <summary>The newest first, those without an answer before the others.</summary>
    public ImmutableArray<Observation> All =>
        [.. Visit.State.Observations.All.Values.OrderBy(observation => observation.By is not null).ThenByDescending(observation => observation.Id.Value).Take(Most)];

    public ImmutableArray<Mandate> Auditors => [.. Visit.State.Posts.Live(Visit.Now).Where(mandate => mandate.Powers.Contains(Power.Audit))];

    public bool MayObserve => Visit.Viewer.IsAuditor;

    public string NameOf(BodyId id) => Visit.State.Bodies.Find(id) is { } body ? body.Name is { } name ? Words[name] : FactWording.Name(T, body.Kind) : "";

    public IReadOnlyList<(string, string)> BodiesShown => [.. Visit.State.Bodies.All.Keys.Select(number => ($"{number}", NameOf(new(number))))];

    public IReadOnlyList<(string, string)> RulesShown
    {
        get
        {
            var rules = new RuleWording(T);
            return [("", T["forms.choose"]), .. Rules.All.Keys.Select(key => (key, rules.Label(key))).OrderBy(rule => rule.Item2, StringComparer.Create(T.Culture, true))];
        }
    }

    public string Cite(Cited rule) => new RuleWording(T).Cite(rule, Visit.State.Statutes.Preset);

    protected override IEnumerable<Text?> Texts() =>
        [.. All.SelectMany(observation => new[] { observation.Words, observation.Answer }), .. Visit.State.Bodies.All.Values.Select(body => body.Name), .. Visit.State.Posts.Posts.Values.Select(post => post.Terms.Name)];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Body is null) ModelState.AddModelError(nameof(Body), T["forms.choose"]);
        if (string.IsNullOrEmpty(Rule)) ModelState.AddModelError(nameof(Rule), T["forms.choose"]);
        if (string.IsNullOrWhiteSpace(Said)) ModelState.AddModelError(nameof(Said), T["forms.required"]);
        if (!ModelState.IsValid) return Page();
        var words = Typed(Said);
        return await AskAsync(
            new WriteObservation(new(Body!.Value), Rule!, words, About is { } about ? new(about) : null), T["audit.asked"], T["audit.done"], $"/c/{BookId}/audit", words);
    }
}
