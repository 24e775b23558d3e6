using Autogestion.Domain.Kernel;

namespace Autogestion.Registry;

/// <summary>How somebody wants to be told outside the program.</summary>
public enum TellingMeans
{
    /// <summary>Not at all: what concerns them waits in the program.</summary>
    None,
    Mail,
    Push,
}

/// <summary>How often at most.</summary>
public enum TellingRhythm
{
    /// <summary>Within minutes, several things in one.</summary>
    Soon,
    Daily,
    Weekly,
}

/// <summary>What a person has read of a book, and how they want to be told.</summary>
/// <param name="ReadTo">Position up to which it was marked as read.</param>
/// <param name="ToldTo">Position up to which something was sent.</param>
/// <param name="NextAt">When the next message may be sent; null where none is wanted.</param>
/// <param name="Tries">How often the next one has failed.</param>
public sealed record TellingChoice(
    CollectiveId Collective, PersonId Person, long ReadTo = 0, long ToldTo = 0, TellingMeans Means = TellingMeans.None, TellingRhythm Rhythm = TellingRhythm.Daily,
    NodaTime.Instant? NextAt = null, int Tries = 0);

/// <summary>A device that asked to be told, as its browser gave it (W3C Push API).</summary>
/// <param name="Endpoint">Address at the push service of the browser's maker.</param>
/// <param name="P256dh">Public key of the device: 65 bytes, base64url.</param>
/// <param name="Auth">Secret that the device shares with us: 16 bytes, base64url.</param>
public sealed record PushDevice(string Endpoint, string P256dh, string Auth)
{
    /// <summary>Nothing: the address is a way to reach a person.</summary>
    public override string ToString() => nameof(PushDevice);
}
