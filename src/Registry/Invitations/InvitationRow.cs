using Autogestion.Domain.Kernel;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>An invitation as the table holds it: without its code.</summary>
internal sealed record InvitationRow
{
    public const string Columns = """
        id AS Id, kind AS Kind, collective_id AS CollectiveId, person_id AS PersonId, account_id AS AccountId,
        code_hash AS CodeHash, tries AS Tries, expires_at AS ExpiresAt, spent_at AS SpentAt
        """;

    public string Id { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? CollectiveId { get; init; }
    public string? PersonId { get; init; }
    public string? AccountId { get; init; }
    public byte[] LocatorHash { get; init; } = [];
    public byte[] CodeHash { get; init; } = [];
    public long Tries { get; init; }
    public long CreatedAt { get; init; }
    public long ExpiresAt { get; init; }
    public long? SpentAt { get; init; }

    public InvitationRow With(Instant now, Duration validFor, byte[] locatorHash, byte[] codeHash) => this with
    {
        Id = Guid.NewGuid().ToString(),
        LocatorHash = locatorHash,
        CodeHash = codeHash,
        CreatedAt = now.Stored(),
        ExpiresAt = (now + validFor).Stored(),
    };

    public Invitation ToInvitation() => new(
        Guid.Parse(Id),
        Enum.Parse<InvitationKind>(Kind),
        CollectiveId is null ? null : new CollectiveId(CollectiveId),
        PersonId is null ? null : new PersonId(Guid.Parse(PersonId)),
        AccountId is null ? null : Registry.AccountId.Parse(AccountId),
        Clock.FromStored(ExpiresAt));
}
