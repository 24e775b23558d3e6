using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Autogestion.Book;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Pages.Found;

/// <summary>A founder as typed.</summary>
public sealed record FounderLine(string Name, string? Document);

/// <summary>A post as typed, its holders found among the founders.</summary>
/// <param name="Holders">Places in the list of founders.</param>
public sealed record PostLine(string Name, ImmutableArray<Power> Powers, int Months, int? Most, ImmutableArray<int> Holders);

/// <summary>A field that makes no sense yet, and why: the end of a text's key.</summary>
public sealed record FormFault(string Field, string Why, string What = "");

/// <summary>Reads a founding form: who founds, which posts, under which id. Pure, so that the same form gives the same founding.</summary>
public static class FoundingReader
{
    private const int TailLength = 8, LongestSlug = 40;

    /// <summary>The founders, the person herself first. Empty lines are left out.</summary>
    public static ImmutableArray<FounderLine> Founders(FoundingForm form) =>
    [
        new((form.MyName ?? "").Trim(), Emptied(form.MyDocument)),
        .. (form.Others ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(FounderOf),
    ];

    /// <summary>The posts that were filled in.</summary>
    public static ImmutableArray<PostLine> Posts(FoundingForm form, ImmutableArray<FounderLine> founders) =>
        [.. form.Posts.Where(row => !row.IsEmpty).Select(row => new PostLine((row.Name ?? "").Trim(), [.. row.Powers.Distinct()], row.Months, row.Most, [.. NamesIn(row.Holders).Select(name => Find(founders, name) ?? 0).Distinct()]))];

    /// <summary>Everything in the form that makes no sense yet. What the law says is for the desk to judge.</summary>
    public static IEnumerable<FormFault> Faults(FoundingForm form)
    {
        var founders = Founders(form);
        if (string.IsNullOrWhiteSpace(form.Name)) yield return new(nameof(form.Name), "missing");
        if (string.IsNullOrWhiteSpace(form.Place)) yield return new(nameof(form.Place), "missing");
        if (string.IsNullOrWhiteSpace(form.Preset)) yield return new(nameof(form.Preset), "choose");
        if (string.IsNullOrWhiteSpace(form.MyName)) yield return new(nameof(form.MyName), "missing");
        if (founders.Skip(1).FirstOrDefault(founder => !IsPerson(founder)) is { } wrong) yield return new(nameof(form.Others), "badLine", wrong.Name);
        if (founders.GroupBy(founder => Plain(founder.Name)).FirstOrDefault(same => same.Count() > 1) is { } twice) yield return new(nameof(form.Others), "twice", twice.First().Name);
        foreach (var (index, row) in form.Posts.Index().Where(row => !row.Item.IsEmpty))
        {
            if (string.IsNullOrWhiteSpace(row.Name)) yield return new($"{nameof(form.Posts)}[{index}].{nameof(row.Name)}", "missing");
            if (NamesIn(row.Holders).FirstOrDefault(name => Find(founders, name) is null) is { } nobody) yield return new($"{nameof(form.Posts)}[{index}].{nameof(row.Holders)}", "nobody", nobody);
        }
    }

    /// <summary>The founder of that name: written alike, or the only one whose name begins so. Accents and capitals do not matter.</summary>
    public static int? Find(ImmutableArray<FounderLine> founders, string name)
    {
        var plain = Plain(name);
        if (plain.Length == 0) return null;
        var alike = founders.Index().Where(founder => Plain(founder.Item.Name) == plain).Select(founder => founder.Index).ToList();
        if (alike.Count == 0) alike = [.. founders.Index().Where(founder => Plain(founder.Item.Name).StartsWith(plain, StringComparison.Ordinal)).Select(founder => founder.Index)];
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The id of the new book: words of its name and a tail made from the act's id, so that a double send founds once.</summary>
    public static CollectiveId IdOf(string name, Guid act)
    {
        var slug = new StringBuilder();
        foreach (var letter in Plain(name))
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        var words = slug.ToString(0, Math.Min(slug.Length, LongestSlug)).Trim('-');
        var tail = Convert.ToHexStringLower(Mixed("book", act, 0)[..(TailLength / 2)]);
        var id = words.Length == 0 ? tail : $"{words}-{tail}";
        return BookId.IsValid(id) ? new(id) : new(tail);
    }

    /// <summary>The id of the founder at a place in the list.</summary>
    public static PersonId PersonOf(Guid act, int place) => new(new Guid(Mixed("founder", act, place).AsSpan(0, 16)));

    /// <summary>The act of founding. With a council, posts that do not audit belong to it.</summary>
    /// <param name="commitments">One for each founder, in order.</param>
    /// <param name="names">The words of the posts' names, in order.</param>
    public static Domain.Deed.Found Act(
        FoundingForm form, Guid act, Office.Presets.ShippedPreset preset, IReadOnlyList<string> commitments, IReadOnlyList<Text> names, string key)
    {
        var founders = Founders(form);
        var posts = Posts(form, founders);
        return new(
            PersonOf(act, 0), IdOf(form.Name!, act), form.Kind, form.Name!.Trim(), form.Place!.Trim(), form.Zone ?? "", DayOf(form.YearEnds), preset.Preset, preset.Hash,
            [.. commitments.Select((commitment, place) => new Founder(PersonOf(act, place), commitment))],
            form.Council,
            [
                .. posts.Select((post, index) => new FirstPost(
                    new(names[index], form.Council && !post.Powers.Contains(Power.Audit) ? new BodyId(2) : BodyId.Assembly, post.Powers, Math.Max(1, post.Holders.Length), post.Months, post.Most, post.Most is null ? 0 : post.Months),
                    [.. post.Holders.Select(place => PersonOf(act, place))])),
            ],
            key);
    }

    private static AnnualDate DayOf(string written) =>
        NodaTime.Text.AnnualDatePattern.CreateWithInvariantCulture("MM-dd").Parse(written) is { Success: true, Value: var day } ? day : new(12, 31);

    private static FounderLine FounderOf(string line)
    {
        var at = line.IndexOfAny([',', ';', '\t']);
        return at < 0 ? new(line, null) : new(line[..at].Trim(), Emptied(line[(at + 1)..]));
    }

    private static bool IsPerson(FounderLine founder)
    {
        try
        {
            InputLimits.Name(founder.Name);
            InputLimits.Document(founder.Document);
            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }

    private static string[] NamesIn(string? holders) =>
        (holders ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Emptied(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Trim();

    private static byte[] Mixed(string what, Guid act, int place) => SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {act} {place}"));
}
