using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Office.Desk;

namespace Autogestion.Wording;

/// <summary>
/// How a "no" is said: what was asked, the rule that stands in the way with its article, and what can be done instead.
/// Texts are <c>refusal.{code}</c> and <c>refusal.{code}.remedy</c>, with the facts of the refusal as placeholders.
/// </summary>
/// <param name="preset">The law of the collective, which names the sources of the articles.</param>
public sealed class RefusalWording(Reader reader, Preset? preset = null)
{
    private readonly RuleWording rules = new(reader);

    /// <summary>A refusal as a page shows it.</summary>
    public RefusalView View(Refusal refusal, string asked) => new(
        asked, Rule(refusal), Article(refusal), [new(Remedy(refusal))], refusal.Code.Name);

    /// <summary>The rule that stands in the way, in words.</summary>
    public string Rule(Refusal refusal) => Say($"refusal.{refusal.Code}", refusal);

    /// <summary>What can be done instead, in words.</summary>
    public string Remedy(Refusal refusal) => Say($"refusal.{refusal.Code}.remedy", refusal);

    /// <summary>The rule where only its code is kept, without the facts: warnings on a motion, the reason of a blocked effect.</summary>
    public string Plain(string code) => reader.Texts.Has($"refusal.{code}.plain") ? reader[$"refusal.{code}.plain"] : reader[$"refusal.{code}"];

    /// <summary>Where the rule is written, or null where no rule is cited.</summary>
    public string? Article(Refusal refusal) => refusal.Rule is { } rule ? rules.Cite(rule, preset) : null;

    /// <summary>Operating trouble as a page says it: nothing was half done.</summary>
    public RefusalView Trouble(StoreTrouble trouble, string asked) =>
        new(asked, reader[$"trouble.{trouble}"], null, [new(reader["trouble.remedy"])], $"trouble.{trouble}");

    /// <summary>A book that takes no more entries.</summary>
    public RefusalView Stopped(Broken where, string asked) =>
        new(asked, reader[$"trouble.stopped.{where.Reason}", ("position", where.Position)], null, [new(reader["trouble.stopped.remedy"])], $"trouble.{where.Reason}");

    private string Say(string key, Refusal refusal) =>
        reader[key, [.. refusal.Facts.Select(fact => (fact.Name, (object?)Fact(fact.Name, fact.Value)))]];

    private string Fact(string name, object value) => name == "rule" && value is string key && Rules.All.ContainsKey(key) ? rules.Label(key) : reader.Fact(value);
}
