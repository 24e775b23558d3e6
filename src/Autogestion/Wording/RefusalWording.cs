using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;

namespace Autogestion.Wording;

/// <summary>
/// How a "no" is said: what was asked, the rule that stands in the way with its article, and what can be done instead.
/// Texts are <c>refusal.{code}</c> and <c>refusal.{code}.remedy</c>, with the facts of the refusal as placeholders.
/// </summary>
public sealed class RefusalWording(Reader reader)
{
    /// <summary>A refusal as a page shows it.</summary>
    public RefusalView View(Refusal refusal, string asked) => new(
        asked, Rule(refusal), Article(refusal), [new(Remedy(refusal))], refusal.Code.Name);

    /// <summary>The rule that stands in the way, in words.</summary>
    public string Rule(Refusal refusal) => Say($"refusal.{refusal.Code}", refusal);

    /// <summary>What can be done instead, in words.</summary>
    public string Remedy(Refusal refusal) => Say($"refusal.{refusal.Code}.remedy", refusal);

    /// <summary>Where the rule is written, or null for a rule of the house.</summary>
    public static string? Article(Refusal refusal) => refusal.Rule switch
    {
        null => null,
        { Article: "" } rule => rule.Rule,
        { } rule => $"{rule.Source} {rule.Article}",
    };

    /// <summary>Operating trouble as a page says it: nothing was half done.</summary>
    public RefusalView Trouble(StoreTrouble trouble, string asked) =>
        new(asked, reader[$"trouble.{trouble}"], null, [new(reader["trouble.remedy"])], $"trouble.{trouble}");

    /// <summary>A book that takes no more entries.</summary>
    public RefusalView Stopped(Broken where, string asked) =>
        new(asked, reader[$"trouble.stopped.{where.Reason}", ("position", where.Position)], null, [new(reader["trouble.stopped.remedy"])], $"trouble.{where.Reason}");

    private string Say(string key, Refusal refusal) =>
        reader[key, [.. refusal.Facts.Select(fact => (fact.Name, (object?)reader.Fact(fact.Value)))]];
}
