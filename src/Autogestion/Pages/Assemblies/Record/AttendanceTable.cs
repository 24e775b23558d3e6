using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>One person's presence: every time in and out.</summary>
public sealed record Presence(PersonId Person, int? Number, string Name, bool Votes, ImmutableArray<Stay> Stays)
{
    public bool ByHand => Stays.Any(stay => stay.Means == CheckInMeans.ByHand);

    public bool Contested => Stays.Any(stay => stay.Contested);
}

/// <summary>Who was there, from when to when and how it was written down, and who was not.</summary>
/// <param name="Missing">Entitled people who never came.</param>
public sealed record AttendanceTable(ImmutableArray<Presence> Present, ImmutableArray<Presence> Missing)
{
    public int ByHand => Present.Count(presence => presence.ByHand);

    public int Contested => Present.Count(presence => presence.Contested);

    public static AttendanceTable Of(Assembly assembly, Visit visit)
    {
        Presence Row(PersonId person, ImmutableArray<Stay> stays) =>
            new(person, visit.State.Roster.Find(person)?.Number, visit.NameOf(person), assembly.Roll.Contains(person), stays);

        var present = assembly.Stays.GroupBy(stay => stay.Person).Select(stays => Row(stays.Key, [.. stays])).ToList();
        var missing = assembly.Roll.Except(present.Select(presence => presence.Person)).Select(person => Row(person, []));
        return new([.. Ordered(present)], [.. Ordered(missing)]);
    }

    private static IEnumerable<Presence> Ordered(IEnumerable<Presence> rows) =>
        rows.OrderBy(row => !row.Votes).ThenBy(row => row.Number ?? int.MaxValue).ThenBy(row => row.Name, StringComparer.Ordinal);
}
