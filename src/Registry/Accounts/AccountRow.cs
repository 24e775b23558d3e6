namespace Autogestion.Registry;

/// <summary>An account as the table holds it.</summary>
internal sealed class AccountRow
{
    public const string Columns = """
        id AS Id, login_name AS LoginName, normalized_name AS NormalizedName, password_hash AS PasswordHash,
        security_stamp AS SecurityStamp, concurrency_stamp AS ConcurrencyStamp, language AS Language,
        lockout_enabled AS LockoutEnabled, lockout_end AS LockoutEnd, access_failed_count AS AccessFailedCount,
        own_phone_vote_from AS OwnPhoneVoteFrom, created_at AS CreatedAt
        """;

    public string Id { get; init; } = "";
    public string LoginName { get; init; } = "";
    public string NormalizedName { get; init; } = "";
    public string? PasswordHash { get; init; }
    public string SecurityStamp { get; init; } = "";
    public string ConcurrencyStamp { get; init; } = "";
    public string Language { get; init; } = "";
    public long LockoutEnabled { get; init; }
    public long? LockoutEnd { get; init; }
    public long AccessFailedCount { get; init; }
    public long? OwnPhoneVoteFrom { get; init; }
    public long CreatedAt { get; init; }

    public static AccountRow From(Account account) => new()
    {
        Id = account.Id.ToString(),
        LoginName = account.LoginName,
        NormalizedName = account.NormalizedName,
        PasswordHash = account.PasswordHash,
        SecurityStamp = account.SecurityStamp,
        ConcurrencyStamp = account.ConcurrencyStamp,
        Language = account.Language,
        LockoutEnabled = account.LockoutEnabled ? 1 : 0,
        LockoutEnd = account.LockoutEnd?.Stored(),
        AccessFailedCount = account.AccessFailedCount,
        OwnPhoneVoteFrom = account.OwnPhoneVoteFrom?.Stored(),
        CreatedAt = account.CreatedAt.Stored(),
    };

    public Account ToAccount() => new()
    {
        Id = AccountId.Parse(Id),
        LoginName = LoginName,
        NormalizedName = NormalizedName,
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        ConcurrencyStamp = ConcurrencyStamp,
        Language = Language,
        LockoutEnabled = LockoutEnabled != 0,
        LockoutEnd = Clock.FromStored(LockoutEnd),
        AccessFailedCount = (int)AccessFailedCount,
        OwnPhoneVoteFrom = Clock.FromStored(OwnPhoneVoteFrom),
        CreatedAt = Clock.FromStored(CreatedAt),
    };
}
