namespace Autogestion.Domain.Deed;

/// <summary>What kind of collective: all of them the same code.</summary>
public enum CollectiveKind
{
    Enterprise,
    Network,
    Community,
    Committee,
}

/// <summary>The first entry of every book.</summary>
/// <param name="Name">The public name.</param>
/// <param name="Place">Town or region, as shown under the name.</param>
/// <param name="Zone">IANA name of the time zone it lives in.</param>
/// <param name="YearEnds">Last day of the fiscal year, as month and day.</param>
[Named("deed.founded"), SeenBy(Audience.Public)]
public sealed record Founded(CollectiveId Collective, CollectiveKind Kind, string Name, string Place, string Zone, AnnualDate YearEnds) : Entry;

/// <summary>A key that may sign this book's checkpoints.</summary>
/// <param name="Key">C2SP signed-note verifier key.</param>
[Named("deed.key-authorised"), SeenBy(Audience.Public)]
public sealed record KeyAuthorised(string Key) : Entry;

/// <summary>A key that may sign no longer, from here on.</summary>
[Named("deed.key-revoked"), SeenBy(Audience.Public)]
public sealed record KeyRevoked(string Key) : Entry;

/// <summary>
/// This book goes on after a restore that lost entries: a new origin, said aloud.
/// </summary>
/// <param name="OldSize">Entries the old book is known to have had.</param>
/// <param name="OldRoot">Its root then, base64.</param>
/// <param name="LostFrom">First position that was lost.</param>
[Named("deed.epoch-begun"), SeenBy(Audience.Public)]
public sealed record EpochBegun(int Epoch, long OldSize, string OldRoot, long LostFrom) : Entry;

/// <summary>The words of a text were destroyed; its hash stays.</summary>
[Named("deed.text-erased"), SeenBy(Audience.Members)]
public sealed record TextErased(Guid Text, ErasureGround Ground) : Entry;

/// <summary>Why words were destroyed.</summary>
public enum ErasureGround
{
    OwnerAsked,
    ReasonLapsed,
    LegalTermLapsed,
    CourtOrder,
}
