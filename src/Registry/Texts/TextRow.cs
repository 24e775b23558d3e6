using Autogestion.Domain.Kernel;

namespace Autogestion.Registry;

/// <summary>A text with its key, as the two tables hold them.</summary>
internal sealed class TextRow
{
    public const string Select = """
        SELECT t.id AS Id, t.language AS Language, t.retention AS Retention, t.ciphertext AS Ciphertext,
          t.erased_at AS ErasedAt, k.wrapped_key AS WrappedKey
        FROM registry_text t LEFT JOIN registry_text_key k ON k.collective_id = t.collective_id AND k.id = t.id
        """;

    public string Id { get; init; } = "";
    public string Language { get; init; } = "";
    public string Retention { get; init; } = "";
    public byte[] Ciphertext { get; init; } = [];
    public long? ErasedAt { get; init; }
    public byte[]? WrappedKey { get; init; }

    public Guid Guid => Guid.Parse(Id);

    public Retention Kept => Enum.Parse<Retention>(Retention);

    /// <summary>With neither salt nor words if erased.</summary>
    public PlainText ToPlain(CollectiveId collective, TextSeal seal) =>
        WrappedKey is null || ErasedAt is not null
            ? new PlainText(Guid, Kept, Language, null, null)
            : seal.Open(collective, Guid, Language, Kept, Ciphertext, WrappedKey);
}
