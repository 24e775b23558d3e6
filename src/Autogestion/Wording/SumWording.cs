using Autogestion.Domain.Statutes;
using Autogestion.Look;

namespace Autogestion.Wording;

/// <summary>The sum that carried or lost a motion, as a staircase and as the sentence of the minutes.</summary>
public static class SumWording
{
    /// <summary>Line by line: who was there, who is taken out and why, the base, what was needed, what there was.</summary>
    public static SumView View(Reader reader, Sum sum) => new(Caption(reader, sum), [.. Lines(reader, sum)]);

    /// <summary>"30 presentes, 4 se abstienen y cuentan como ausentes: base 26, dos tercios = 18, a favor 19: aprobada".</summary>
    public static string Sentence(Reader reader, Sum sum) =>
        reader["sum.sentence", ("account", Account(reader, sum)), ("verdict", reader["sum.verdict." + Verdict(sum)])];

    /// <summary>The sentence without its last word, for where the result is said otherwise.</summary>
    public static string Account(Reader reader, Sum sum) => reader["sum.account",
        ("parts", string.Join(", ", Parts(reader, sum))), ("base", sum.Base), ("share", Share(reader, sum.Threshold)), ("needed", sum.Needed), ("for", sum.Count.For)];

    private static string Caption(Reader reader, Sum sum) =>
        reader["sum.caption." + Verdict(sum), ("for", sum.Count.For), ("needed", sum.Needed)];

    private static string Verdict(Sum sum) => sum.Carried ? "carried" : sum.Tied ? "tied" : "lost";

    private static IEnumerable<SumLine> Lines(Reader reader, Sum sum)
    {
        var (count, threshold) = (sum.Count, sum.Threshold);
        yield return new(reader["sum.start." + threshold.Base], Start(sum), SumStep.Start);
        if (RecusedOut(sum) is > 0 and var recused) yield return new(reader["sum.recused"], recused, SumStep.Less);
        if (IsOut(threshold.Abstentions, threshold) && count.Abstain > 0) yield return new(reader["sum.abstain"], count.Abstain, SumStep.Less, Note: reader.NameWithin(threshold.Abstentions));
        if (IsOut(threshold.Blanks, threshold) && count.Blank > 0) yield return new(reader["sum.blank"], count.Blank, SumStep.Less, Note: reader.NameWithin(threshold.Blanks));
        yield return new(reader["sum.base"], sum.Base, SumStep.Subtotal);
        yield return new(reader["sum.need", ("share", Share(reader, threshold))], sum.Needed, SumStep.Need, Note: Limits(reader, threshold));
        var others = count.Blank > 0 ? "sum.for.note.blank" : "sum.for.note";
        yield return new(reader["sum.for"], count.For, SumStep.Result, Note: reader[others, ("against", count.Against), ("abstain", count.Abstain), ("blank", count.Blank)]);
    }

    private static IEnumerable<string> Parts(Reader reader, Sum sum)
    {
        var (count, threshold) = (sum.Count, sum.Threshold);
        yield return reader.Count("sum.part." + threshold.Base, Start(sum));
        if (RecusedOut(sum) is > 0 and var recused) yield return reader.Count("sum.part.recused", recused);
        if (count.Abstain > 0) yield return reader.Count("sum.part.abstain." + Place(threshold.Abstentions, threshold), count.Abstain);
        if (count.Blank > 0) yield return reader.Count("sum.part.blank." + Place(threshold.Blanks, threshold), count.Blank);
    }

    private static int Start(Sum sum) => sum.Threshold.Base switch
    {
        ThresholdBase.Present => sum.Count.Present,
        ThresholdBase.Cast => sum.Count.Cast,
        _ => sum.Count.Roll,
    };

    // As the rule itself counts: those who may not vote are not among the votes cast.
    private static int RecusedOut(Sum sum) => sum.Threshold is { RecusedInBase: false, Base: not ThresholdBase.Cast } ? sum.Count.Recused : 0;

    private static bool IsOut(Uncounted rule, Threshold threshold) => Place(rule, threshold) != Uncounted.CountInBase;

    // Whoever counts as absent is on the roll all the same.
    private static Uncounted Place(Uncounted rule, Threshold threshold) =>
        rule == Uncounted.CountAsAbsent && threshold.Base == ThresholdBase.Roll ? Uncounted.CountInBase : rule;

    private static string Share(Reader reader, Threshold threshold) => threshold switch
    {
        { Strict: true } => reader["sum.more", ("share", reader.Fact(threshold.Share))],
        { Share: { Numerator: 1, Denominator: 1 } } => reader["sum.all"],
        _ => reader.Fact(threshold.Share),
    };

    private static string? Limits(Reader reader, Threshold threshold) => (threshold.Floor, threshold.Ceiling) switch
    {
        ({ } floor, { } ceiling) => $"{reader["sum.need.floor", ("count", floor)]}, {reader["sum.need.ceiling", ("count", ceiling)]}",
        ({ } floor, null) => reader["sum.need.floor", ("count", floor)],
        (null, { } ceiling) => reader["sum.need.ceiling", ("count", ceiling)],
        _ => null,
    };
}
