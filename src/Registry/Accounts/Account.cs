using NodaTime;

namespace Autogestion.Registry;

/// <summary>An account: somebody who can prove to be the same as last time. It carries no power of any kind.</summary>
public readonly record struct AccountId(Guid Value)
{
    public override string ToString() => Value.ToString();

    public static AccountId New() => new(Guid.NewGuid());

    public static AccountId Parse(string text) => new(Guid.Parse(text));
}

/// <summary>The account as ASP.NET Core Identity handles it; changed only through <see cref="AccountManager"/>.</summary>
public sealed class Account
{
    public AccountId Id { get; init; } = AccountId.New();

    /// <summary>What the person types to sign in: 3 to 64 letters, digits and -._@+</summary>
    public string LoginName { get; set; } = "";

    public string NormalizedName { get; set; } = "";

    public string? PasswordHash { get; set; }

    /// <summary>Renewed when the credentials change; sessions that carry an older one are ended.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Renewed at each saving: who saves on top of a newer one is refused.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>The language of the pages: "es" or "en".</summary>
    public string Language { get; set; } = "es";

    public bool LockoutEnabled { get; set; } = true;

    public Instant? LockoutEnd { get; set; }

    public int AccessFailedCount { get; set; }

    /// <summary>After a recovery: no vote on one's own phone before this instant. Empty otherwise.</summary>
    public Instant? OwnPhoneVoteFrom { get; set; }

    public Instant CreatedAt { get; set; }

    /// <summary>The id alone: a login name must not reach a log by accident.</summary>
    public override string ToString() => Id.ToString();
}
