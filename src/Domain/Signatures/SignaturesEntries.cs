namespace Autogestion.Domain.Signatures;

/// <summary>Somebody signed first: nothing has changed yet.</summary>
/// <param name="Act">What takes place with the second signature.</param>
/// <param name="Expires">Without it, it lapses then.</param>
[Named("signature.first-given"), SeenBy(Audience.Members)]
public sealed record FirstSignatureGiven(PendingId Pending, Act Act, Instant Expires) : Entry;

/// <summary>The second signature was given; what it changed follows in the same stroke.</summary>
/// <param name="By">The resolution that gave it; null for a person.</param>
[Named("signature.second-given"), SeenBy(Audience.Members)]
public sealed record SecondSignatureGiven(PendingId Pending, ResolutionId? By) : Entry;

/// <summary>Whoever signed first took it back.</summary>
[Named("signature.withdrawn"), SeenBy(Audience.Members)]
public sealed record FirstSignatureWithdrawn(PendingId Pending) : Entry;

/// <summary>It was contested: now only the assembly can give it effect.</summary>
[Named("signature.contested"), SeenBy(Audience.Members)]
public sealed record SignatureContested(PendingId Pending, Text Ground) : Entry;

/// <summary>Nobody signed in time: it lapsed.</summary>
[Named("signature.lapsed"), SeenBy(Audience.Members)]
public sealed record FirstSignatureLapsed(PendingId Pending) : Entry;
