// Sets a collective's name like a poster: as large as the page allows, broken where the lines come out even.

namespace Autogestion.Look;

/// <summary>A name broken into lines, with the size classes that make it fill the page.</summary>
/// <param name="Lines">One to three lines.</param>
/// <param name="Narrow">Width of the longest line in half ems, rounded up: class <c>n11</c>…</param>
/// <param name="Wide">Width in half ems on a wide page, where a short name stands on one line: class <c>w20</c>…</param>
/// <param name="OneLineWhenWide">Whether the lines join on a wide page.</param>
public sealed record PosterName(IReadOnlyList<string> Lines, int Narrow, int Wide, bool OneLineWhenWide)
{
    const double WidestLine = 13;
    const double OtherFaces = 1.04;
    const int FewestHalves = 8, MostHalves = 32;

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

    static double Width(string[] words) => words.Sum(word => word.Sum(Width)) + (0.23 * (words.Length - 1));

    // Ems of a bold condensed capital.
    static double Width(char letter) => letter switch
    {
        'I' or 'Í' or '.' or ',' or '\'' or '-' => 0.25,
        'J' or 'L' or 'T' or 'Z' => 0.50,
        'E' or 'F' or 'É' or 'P' or 'S' or 'V' or 'X' or 'Y' => 0.54,
        'O' or 'Ó' or 'Q' or 'G' => 0.63,
        'M' => 0.68,
        'W' => 0.78,
        _ => 0.59,
    };

    static int Step(double ems) => Math.Clamp((int)Math.Ceiling(ems * OtherFaces * 2), FewestHalves, MostHalves);
}
