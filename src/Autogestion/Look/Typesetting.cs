// Sets a collective's name like a poster: as large as the page allows, broken where the lines come out even.

namespace Autogestion.Look;

/// <summary>A name broken into lines, with the size classes that make it fill the page.</summary>
/// <param name="Lines">One to three lines.</param>
/// <param name="Narrow">Width of the longest line in ems, rounded up: class <c>n4</c>…</param>
/// <param name="Wide">Width in ems on a wide page, where a short name stands on one line: class <c>w8</c>…</param>
/// <param name="OneLineWhenWide">Whether the lines join on a wide page.</param>
public sealed record PosterName(IReadOnlyList<string> Lines, int Narrow, int Wide, bool OneLineWhenWide)
{
    const double WidestLine = 11;
    const int Steps = 16;

    /// <summary>The classes of the name's element.</summary>
    public string Classes => $"n{Narrow} w{Wide}{(OneLineWhenWide ? " one-line" : "")}";

    /// <summary>Breaks and measures a name.</summary>
    public static PosterName Set(string name)
    {
        var words = name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var whole = Width(words);
        var lines = whole < 5 ? [string.Join(' ', words)] : Break(words, whole > 14 ? 3 : 2);
        var longest = lines.Max(line => Width(line.Split(' ')));
        var oneLine = whole <= WidestLine;
        return new PosterName(lines, Step(longest), Step(oneLine ? whole : longest), oneLine);
    }

    static List<string> Break(string[] words, int most)
    {
        var best = Split(words, most).MinBy(lines => lines.Max(Width))!;
        return [.. best.Select(line => string.Join(' ', line))];
    }

    static IEnumerable<List<string[]>> Split(string[] words, int lines)
    {
        yield return [words];
        if (lines == 1)
            yield break;
        for (var first = 1; first < words.Length; first++)
            foreach (var rest in Split(words[first..], lines - 1))
                yield return [words[..first], .. rest];
    }

    static double Width(string[] words) => words.Sum(word => word.Sum(Width)) + (0.24 * (words.Length - 1));

    // Ems of a bold condensed capital, a little generous, since each system brings another face.
    static double Width(char letter) => letter switch
    {
        'I' or 'Í' or '.' or ',' or '\'' or '-' => 0.28,
        'J' => 0.48,
        'M' => 0.70,
        'W' => 0.80,
        'E' or 'F' or 'L' or 'T' or 'Z' or 'É' => 0.54,
        _ => 0.61,
    };

    static int Step(double ems) => Math.Clamp((int)Math.Ceiling(ems), 2, Steps);
}
