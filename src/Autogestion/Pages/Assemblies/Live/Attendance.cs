using System.Globalization;
using System.Text;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>Somebody who may be in the room.</summary>
/// <param name="Votes">Voice and vote; else voice only.</param>
/// <param name="Stay">The present stay; null when not in the room.</param>
public sealed record Attendee(PersonId Person, int? Number, string Name, bool Votes, Stay? Stay);

/// <summary>The attendance list as the table sees it, and how a person is found in it.</summary>
/// <param name="Here">In the room, those entitled first, by number.</param>
/// <param name="Missing">Entitled and not in the room, by number.</param>
/// <param name="Others">With voice only, not in the room.</param>
public sealed record Attendance(ImmutableArray<Attendee> Here, ImmutableArray<Attendee> Missing, ImmutableArray<Attendee> Others)
{
    /// <summary>Those entitled in the room.</summary>
    public int Present => Here.Count(attendee => attendee.Votes);

    /// <summary>All who are entitled.</summary>
    public int Roll => Present + Missing.Length;

    public IEnumerable<Attendee> ByHand => Here.Where(attendee => attendee.Stay!.Means == CheckInMeans.ByHand);

    public IEnumerable<Attendee> Contested => Here.Where(attendee => attendee.Stay!.Contested);

    public static Attendance Of(Visit visit, Assembly assembly)
    {
        var roll = RollOf(visit, assembly);
        var everybody = roll.Union(assembly.InRoom.Keys)
            .Union(visit.State.Roster.People.Keys.Where(person => visit.State.Roster.Speaks(person, visit.Now)))
            .Select(person => new Attendee(
                person, visit.State.Roster.Find(person)?.Number, visit.NameOf(person), roll.Contains(person),
                assembly.InRoom.TryGetValue(person, out var stay) ? assembly.Stays[stay] : null))
            .OrderBy(attendee => !attendee.Votes).ThenBy(attendee => attendee.Number ?? int.MaxValue).ThenBy(attendee => attendee.Name, StringComparer.Ordinal)
            .ToLookup(attendee => attendee.Stay is not null);
        return new([.. everybody[true]], [.. everybody[false].Where(attendee => attendee.Votes)], [.. everybody[false].Where(attendee => !attendee.Votes)]);
    }

    /// <summary>Who is entitled: frozen at the opening, before that as it would freeze now.</summary>
    public static ImmutableHashSet<PersonId> RollOf(Visit visit, Assembly assembly) =>
        assembly.Opening is null ? [.. visit.State.RollAtOpening(assembly, visit.Now)] : assembly.Roll;

    /// <summary>
    /// Those not in the room whom a typed number or part of a name means. A number means one person; letters are compared
    /// without accents, each typed word with the beginning of a word of the name.
    /// </summary>
    public ImmutableArray<Attendee> Find(string? typed)
    {
        var words = Plain(typed ?? "").Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        var absent = Missing.Concat(Others);
        if (words is [var one] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return [.. absent.Where(attendee => attendee.Number == number)];
        ImmutableArray<Attendee> found = [.. absent.Where(attendee => Matches(attendee.Name, words))];
        var whole = string.Join(' ', words);
        return found.Where(attendee => Plain(attendee.Name) == whole).ToImmutableArray() is [var exact] ? [exact] : found;
    }

    private static bool Matches(string name, string[] typed)
    {
        var words = Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return typed.All(part => words.Any(word => word.StartsWith(part, StringComparison.Ordinal)));
    }

    private static string Plain(string text) => string.Concat(text.Trim().Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
