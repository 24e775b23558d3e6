namespace Autogestion.Domain.Posts;

/// <summary>
/// Finds mandates without walking all that there have been: what it looks at grows with the posts and the people, not with the
/// age of the book.
/// </summary>
public sealed record MandateIndex
{
    public static readonly MandateIndex Empty = new();

    /// <summary>Mandates whose end has not been entered.</summary>
    private ImmutableSortedSet<int> Open { get; init; } = [];

    /// <summary>The others, by when they ended.</summary>
    private ImmutableSortedSet<(Instant To, int Id)> Over { get; init; } = [];

    /// <summary>The times that a person was given a post.</summary>
    private ImmutableDictionary<(PostId Post, PersonId Person), ImmutableArray<int>> Times { get; init; } = ImmutableDictionary<(PostId, PersonId), ImmutableArray<int>>.Empty;

    /// <summary>Mandates whose end has not been entered, in the order of their numbers.</summary>
    public IEnumerable<int> Unended => Open;

    /// <summary>Every mandate that was not over at a moment, and no other that had an end entered, in the order of their numbers.</summary>
    public IEnumerable<int> NotOverAt(Instant when)
    {
        var from = Over.IndexOf((when, int.MaxValue));
        var since = Enumerable.Range(~from, Over.Count - ~from).Select(at => Over[at].Id);
        return Over.Count == ~from ? Open : Open.Concat(since).Order();
    }

    /// <summary>Mandates by which a person was given a post, in the order of their numbers.</summary>
    public ImmutableArray<int> TimesOf(PostId post, PersonId person) => Times.GetValueOrDefault((post, person), []);

    internal MandateIndex With(Mandate mandate)
    {
        var index = Place(mandate);
        return mandate.Post is not { } post ? index : index with { Times = Times.SetItem((post, mandate.Person), TimesOf(post, mandate.Person).Add(mandate.Id.Value)) };
    }

    internal MandateIndex Change(Mandate before, Mandate after) => Displace(before).Place(after);

    /// <summary>Forgets the role in a sitting that closed.</summary>
    internal MandateIndex Without(Mandate role) => Displace(role);

    private MandateIndex Place(Mandate mandate) =>
        mandate.EndedAt is null ? this with { Open = Open.Add(mandate.Id.Value) } : this with { Over = Over.Add((mandate.To!.Value, mandate.Id.Value)) };

    private MandateIndex Displace(Mandate mandate) =>
        mandate.EndedAt is null ? this with { Open = Open.Remove(mandate.Id.Value) } : this with { Over = Over.Remove((mandate.To!.Value, mandate.Id.Value)) };
}
