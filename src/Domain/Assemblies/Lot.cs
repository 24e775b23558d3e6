namespace Autogestion.Domain.Assemblies;

/// <summary>
/// A lot under way: first several people commit to a secret number, then all reveal it. Nobody can choose the seed without all the
/// others; whoever does not reveal is named, and the lot begins again without that person.
/// </summary>
/// <param name="Silent">Who committed in an earlier round and did not reveal.</param>
public sealed record Lot(
    Instant CalledAt, ImmutableSortedDictionary<PersonId, string> Commitments, ImmutableSortedDictionary<PersonId, string> Revealed, ImmutableHashSet<PersonId> Silent, string? Seed)
{
    private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

    /// <summary>A lot just called.</summary>
    public static Lot Begin(Instant at, ImmutableHashSet<PersonId> silent) =>
        new(at, ImmutableSortedDictionary.Create<PersonId, string>(ById), ImmutableSortedDictionary.Create<PersonId, string>(ById), silent, null);

    /// <summary>Committed and not yet revealed.</summary>
    public IEnumerable<PersonId> Awaited => Commitments.Keys.Where(person => !Revealed.ContainsKey(person));
}
