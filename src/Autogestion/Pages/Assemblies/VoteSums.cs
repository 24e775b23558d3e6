using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;

namespace Autogestion.Pages.Assemblies;

/// <summary>The sum that carries or loses a motion: as a staircase for the screen, and spelled out for the minutes.</summary>
public static class VoteSums
{
    /// <summary>The staircase, from those counted down to the base, with the mark to reach and those in favour.</summary>
    /// <param name="article">Where the majority is written.</param>
    public static SumView View(Reader reader, Sum sum, string? article)
    {
        var (count, threshold) = (sum.Count, sum.Threshold);
        List<SumLine> lines = [new(reader[$"assemblies.sum.base{threshold.Base}"], Start(sum), SumStep.Start)];
        foreach (var (key, heads) in Taken(sum)) lines.Add(new(reader[key], heads, SumStep.Less));
        if (lines.Count > 1) lines.Add(new(reader["assemblies.sum.base"], sum.Base, SumStep.Subtotal));
        lines.Add(new(reader["assemblies.sum.need", ("share", Share(reader, threshold))], sum.Needed, SumStep.Need, Note: article));
        lines.Add(new(reader[sum.Carried ? "assemblies.sum.carried" : sum.Tied ? "assemblies.sum.tied" : "assemblies.sum.lost"], count.For, SumStep.Result));
        return new(reader["assemblies.sum.caption"], lines);
    }

    /// <summary>The same in one sentence: "30 presentes, 4 se abstienen y cuentan como ausentes: base 26, dos tercios = 18, a favor 19: aprobada".</summary>
    public static string Sentence(Reader reader, Sum sum)
    {
        var first = reader.Count($"assemblies.sum.say{sum.Threshold.Base}", Start(sum));
        var parts = new[] { first }.Concat(Said(reader, sum));
        return reader[
            "assemblies.sum.sentence",
            ("counted", string.Join(", ", parts)), ("base", sum.Base), ("share", Share(reader, sum.Threshold)), ("needed", sum.Needed),
            ("for", sum.Count.For), ("against", sum.Count.Against),
            ("result", reader[sum.Carried ? "assemblies.sum.saidCarried" : sum.Tied ? "assemblies.sum.saidTied" : "assemblies.sum.saidLost"])];
    }

    /// <summary>The majority in words, with its floor or ceiling where it has one.</summary>
    public static string Share(Reader reader, Threshold threshold) => AssemblyWords.Share(reader, threshold.Share, threshold.Strict);

    /// <summary>A majority said whole, before anything is counted: "más de la mitad de quienes están en la sala; la abstención no cuenta".</summary>
    public static string Majority(Reader reader, Threshold threshold) => reader[
        "assemblies.majority",
        ("share", Share(reader, threshold)), ("base", reader[$"assemblies.sum.of{threshold.Base}"]), ("abstentions", reader[$"assemblies.abstentions.{threshold.Abstentions}"])];

    private static int Start(Sum sum) => sum.Threshold.Base switch
    {
        ThresholdBase.Present => sum.Count.Present,
        ThresholdBase.Cast => sum.Count.Cast,
        _ => sum.Count.Roll,
    };

    private static IEnumerable<(string Key, int Heads)> Taken(Sum sum)
    {
        var (count, threshold) = (sum.Count, sum.Threshold);
        if (count.Recused > 0 && !threshold.RecusedInBase && threshold.Base != ThresholdBase.Cast) yield return ("assemblies.sum.recused", count.Recused);
        if (count.Abstain > 0 && IsOut(threshold.Abstentions, threshold.Base)) yield return ($"assemblies.sum.abstain{threshold.Abstentions}", count.Abstain);
        if (count.Blank > 0 && IsOut(threshold.Blanks, threshold.Base)) yield return ($"assemblies.sum.blank{threshold.Blanks}", count.Blank);
    }

    private static IEnumerable<string> Said(Reader reader, Sum sum)
    {
        var (count, threshold) = (sum.Count, sum.Threshold);
        if (count.Recused > 0)
            yield return reader.Count(threshold.RecusedInBase || threshold.Base == ThresholdBase.Cast ? "assemblies.sum.sayRecusedIn" : "assemblies.sum.sayRecused", count.Recused);
        if (count.Abstain > 0)
            yield return reader.Count(IsOut(threshold.Abstentions, threshold.Base) ? $"assemblies.sum.sayAbstain{threshold.Abstentions}" : "assemblies.sum.sayAbstainCountInBase", count.Abstain);
        if (count.Blank > 0)
            yield return reader.Count(IsOut(threshold.Blanks, threshold.Base) ? $"assemblies.sum.sayBlank{threshold.Blanks}" : "assemblies.sum.sayBlankCountInBase", count.Blank);
    }

    private static bool IsOut(Uncounted rule, ThresholdBase whole) => rule switch
    {
        Uncounted.Excluded => true,
        Uncounted.CountAsAbsent => whole != ThresholdBase.Roll,
        _ => false,
    };
}
