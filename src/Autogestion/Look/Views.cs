// The models of the shared partials: plain values, already in the reader's language.

namespace Autogestion.Look;

/// <summary>A "no": what was asked, which rule stands in the way with its article, and what can be done instead.</summary>
/// <param name="Asked">What the person asked for, in words.</param>
/// <param name="Rule">The rule that stands in the way, with its figures.</param>
/// <param name="Article">Where the rule is written: "Ley 20.337, art. 48".</param>
/// <param name="Remedies">What can be done instead, each with its way.</param>
/// <param name="Code">The fixed code of the refusal.</param>
/// <param name="Slip">The signed slip of this refusal, where the rules said no to a person.</param>
public sealed record RefusalView(
    string Asked, string Rule, string? Article, IReadOnlyList<PageLink> Remedies, string Code, SlipView? Slip = null);

/// <summary>A signed slip to be taken along.</summary>
/// <param name="Href">The page that shows and checks it.</param>
public sealed record SlipView(string Href, string Note);

/// <summary>Words with an address, or words alone.</summary>
public sealed record PageLink(string Words, string? Href = null, bool Current = false);

/// <summary>What a step of a sum does.</summary>
public enum SumStep
{
    /// <summary>The figure one begins with.</summary>
    Start,

    /// <summary>Is taken away.</summary>
    Less,

    /// <summary>Is added.</summary>
    More,

    /// <summary>What there is so far.</summary>
    Subtotal,

    /// <summary>The mark that has to be reached.</summary>
    Need,

    /// <summary>The last line.</summary>
    Result,
}

/// <summary>One line of a sum.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How much, positive; the step says which way it goes.</param>
/// <param name="Step">What the line does.</param>
/// <param name="Shown">The figure as written, when it is not a plain number (money, hours).</param>
/// <param name="Note">Why: the rule, the article, the entry.</param>
public sealed record SumLine(string Label, decimal Value, SumStep Step, string? Shown = null, string? Note = null);

/// <summary>A sum shown line by line, as a staircase: every figure opens one.</summary>
public sealed record SumView(string Caption, IReadOnlyList<SumLine> Lines)
{
    /// <summary>Where each line's bar begins and ends, as shares of the largest figure.</summary>
    public IEnumerable<(SumLine Line, decimal From, decimal To)> Steps()
    {
        var running = 0m;
        foreach (var line in Lines)
        {
            var (from, to, next) = line.Step switch
            {
                SumStep.Less => (running - line.Value, running, running - line.Value),
                SumStep.More => (running, running + line.Value, running + line.Value),
                SumStep.Need => (0, line.Value, running),
                _ => (0, line.Value, line.Value),
            };
            running = next;
            yield return (line, from, to);
        }
    }

    /// <summary>The length that fills the whole width.</summary>
    public decimal Largest => Math.Max(1, Steps().Max(step => step.To));
}

/// <summary>Three buttons in one form.</summary>
/// <param name="PostTo">Receives <c>choice</c> as <c>for</c>, <c>against</c> or <c>abstain</c>.</param>
/// <param name="Label">What is being voted: names the group of buttons.</param>
/// <param name="Hidden">Further fields to send along.</param>
/// <param name="Chosen">What the person has already said.</param>
public sealed record VotesView(string PostTo, string Label, IReadOnlyDictionary<string, string>? Hidden = null, string? Chosen = null);

/// <summary>Said once after an act was entered, with its position in the book.</summary>
public sealed record FlashView(string Words, long? Position = null, string? Href = null);

/// <summary>Older and newer, and where one is.</summary>
public sealed record PagesView(string Range, string? NewerHref, string? OlderHref);
