using NodaTime;

namespace Autogestion.Registry;

/// <summary>Instants as the registry stores them: whole milliseconds since 1970 UTC.</summary>
internal static class Clock
{
    public static Instant Now(this TimeProvider time) => FromStored(time.GetUtcNow().ToUnixTimeMilliseconds());

    public static Instant FromStored(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);

    public static Instant? FromStored(long? milliseconds) => milliseconds is { } value ? FromStored(value) : null;

    public static long Stored(this Instant instant) => instant.ToUnixTimeMilliseconds();
}
