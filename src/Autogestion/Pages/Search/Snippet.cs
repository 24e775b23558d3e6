namespace Autogestion.Pages.Search;

/// <summary>A stretch of a text around the first of the words looked for.</summary>
public static class Snippet
{
    private const int Longest = 260, Before = 90;

    public static string Of(string words, string asked)
    {
        var flat = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= Longest) return flat;
        var at = asked.Split([' ', '"', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)
            .Select(word => flat.AsSpan().IndexOf(word.AsSpan(0, Math.Max(3, word.Length - 2)), StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).DefaultIfEmpty(0).Min();
        var from = at <= Before ? 0 : flat.IndexOf(' ', at - Before) is var space && space >= 0 && space < at ? space + 1 : at;
        var until = Math.Min(flat.Length, from + Longest);
        if (until < flat.Length && flat.LastIndexOf(' ', until, until - from) is var end && end > from) until = end;
        return (from > 0 ? "… " : "") + flat[from..until] + (until < flat.Length ? " …" : "");
    }
}
