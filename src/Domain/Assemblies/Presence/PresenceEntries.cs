namespace Autogestion.Domain.Assemblies.Presence;

/// <summary>What happened about who is there.</summary>
public abstract record PresenceEntry : Entry;

/// <summary>A member lets another vote in this sitting.</summary>
[Named("proxy.given"), SeenBy(Audience.Members)]
public sealed record ProxyGiven(AssemblyId Assembly, PersonId Person, PersonId Holder) : PresenceEntry, IInAssembly;

/// <summary>A proxy came on paper; it waits for a second signature.</summary>
[Named("proxy.paper-entered"), SeenBy(Audience.Members)]
public sealed record PaperProxyEntered(AssemblyId Assembly, PersonId Person, PersonId Holder) : PresenceEntry, IInAssembly;

/// <summary>A second person has seen the paper: the proxy counts.</summary>
[Named("proxy.paper-confirmed"), SeenBy(Audience.Members)]
public sealed record PaperProxyConfirmed(AssemblyId Assembly, PersonId Person) : PresenceEntry, IInAssembly;

/// <summary>Why a proxy ended.</summary>
public enum ProxyEnd
{
    TakenBack,

    /// <summary>Whoever gave it came in.</summary>
    CameIn,

    /// <summary>Whoever held it gave it back.</summary>
    GivenBack,
}

/// <summary>A proxy ended.</summary>
[Named("proxy.revoked"), SeenBy(Audience.Members)]
public sealed record ProxyRevoked(AssemblyId Assembly, PersonId Person, ProxyEnd Reason) : PresenceEntry, IInAssembly;

/// <summary>At the opening, or as a vote opened, these were counted as represented.</summary>
/// <param name="Motion">Null at the opening.</param>
[Named("proxy.counted"), SeenBy(Audience.Members)]
public sealed record ProxiesCounted(AssemblyId Assembly, MotionId? Motion, ImmutableArray<PersonId> Represented) : PresenceEntry, IInAssembly;

/// <summary>So many invited people are in the room.</summary>
[Named("assembly.guests-noted"), SeenBy(Audience.Members)]
public sealed record GuestsNoted(AssemblyId Assembly, int Guests) : PresenceEntry, IInAssembly;

/// <summary>The recess ends on another day: everybody has gone out, and comes in again at the next sitting.</summary>
[Named("assembly.room-cleared"), SeenBy(Audience.Members)]
public sealed record RoomCleared(AssemblyId Assembly) : PresenceEntry, IInAssembly;
