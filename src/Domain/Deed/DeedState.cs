namespace Autogestion.Domain.Deed;

/// <summary>What the collective is.</summary>
public sealed record FoundingDeed
{
    public static readonly FoundingDeed None = new();

    public CollectiveId Id { get; init; }

    public CollectiveKind Kind { get; init; }

    public string Name { get; init; } = "";

    public string Place { get; init; } = "";

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public AnnualDate YearEnds { get; init; } = new(12, 31);

    public Instant? FoundedAt { get; init; }

    /// <summary>Keys that may sign this book's checkpoints now.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    public int Epoch { get; init; } = 1;

    public ImmutableHashSet<Guid> Erased { get; init; } = [];

    public static FoundingDeed Evolve(FoundingDeed deed, Entry entry, Stamp stamp) => entry switch
    {
        Founded founded => deed with
        {
            Id = founded.Collective,
            Kind = founded.Kind,
            Name = founded.Name,
            Place = founded.Place,
            Zone = DateTimeZoneProviders.Tzdb[founded.Zone],
            YearEnds = founded.YearEnds,
            FoundedAt = stamp.Entered,
        },
        KeyAuthorised authorised => deed with { Keys = deed.Keys.Add(authorised.Key) },
        KeyRevoked revoked => deed with { Keys = deed.Keys.Remove(revoked.Key) },
        EpochBegun begun => deed with { Epoch = begun.Epoch },
        TextErased erased => deed with { Erased = deed.Erased.Add(erased.Text) },
        _ => deed,
    };
}
