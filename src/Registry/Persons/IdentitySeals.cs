using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;

namespace Autogestion.Registry;

/// <summary>
/// The openings of the commitments that admissions sealed in the book. Each keeps the name and document as they were then:
/// correcting a name later leaves the old commitment checkable.
/// </summary>
public sealed class IdentitySeals
{
    readonly RegistryStorage _storage;
    readonly Sealer _sealer;
    readonly TimeProvider _time;

    internal IdentitySeals(RegistryStorage storage, Sealer sealer, TimeProvider time)
    {
        _storage = storage;
        _sealer = sealer;
        _time = time;
    }

    /// <summary>
    /// Commits to the name and document as written now, and keeps the opening. To be called before the act of admission is
    /// entered; a commitment whose act is refused does no harm.
    /// </summary>
    /// <returns>The commitment for the book, or nothing if the person is not written down or was erased.</returns>
    public Task<string?> CommitAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        _storage.WriteAsync(async session =>
        {
            var place = Place(collective, person);
            var row = await session.FindAsync<PersonRow>(
                $"SELECT {PersonRow.Columns} FROM registry_person WHERE collective_id = @Collective AND person_id = @Person", place);
            if (row?.Opened(_sealer) is not { Details: var details })
                return null;
            var sealedNow = AdmissionCommitment.Commit(details.Name, details.Document);
            await session.ExecuteAsync("""
                INSERT INTO registry_identity_seal (collective_id, person_id, commitment, opening, created_at)
                VALUES (@Collective, @Person, @Commitment, @opening, @now)
                """, new
            {
                place.Collective,
                place.Person,
                sealedNow.Commitment,
                opening = _sealer.Seal(Opening(sealedNow.Salt, details), Context(collective, person, sealedNow.Commitment)),
                now = _time.Now().Stored(),
            });
            return sealedNow.Commitment;
        }, cancel);

    /// <summary>What a commitment of the book sealed, for those who may see it; nothing if erased or never made here.</summary>
    public async Task<SealedIdentity?> OpenAsync(CollectiveId collective, PersonId person, string commitment, CancellationToken cancel = default)
    {
        var place = Place(collective, person);
        var opening = await _storage.ReadAsync(session => session.FindAsync<byte[]>(
            "SELECT opening FROM registry_identity_seal WHERE collective_id = @Collective AND person_id = @Person AND commitment = @commitment",
            new { place.Collective, place.Person, commitment }), cancel);
        return opening is null ? null : Parse(_sealer.Open(opening, Context(collective, person, commitment)));
    }

    /// <summary>Whether this name and document are what the commitment sealed.</summary>
    public async Task<bool> VerifyAsync(CollectiveId collective, PersonId person, string commitment, string name, string? document, CancellationToken cancel = default) =>
        await OpenAsync(collective, person, commitment, cancel) is { } identity
        && AdmissionCommitment.Verify(commitment, identity.Salt, name, document);

    static byte[] Opening(byte[] salt, PersonDetails details) =>
        [.. salt, .. Encoding.UTF8.GetBytes(details.Name), 0, .. Encoding.UTF8.GetBytes(details.Document ?? "")];

    static SealedIdentity Parse(byte[] opening)
    {
        var rest = opening.AsSpan(AdmissionCommitment.SaltLength);
        var end = rest.IndexOf((byte)0);
        var document = Encoding.UTF8.GetString(rest[(end + 1)..]);
        return new SealedIdentity(Encoding.UTF8.GetString(rest[..end]), document.Length == 0 ? null : document, opening[..AdmissionCommitment.SaltLength]);
    }

    static PlaceKey Place(CollectiveId collective, PersonId person) => new(collective.Value, person.ToString());

    static string Context(CollectiveId collective, PersonId person, string commitment) => $"identity/{collective}/{person}/{commitment}";

    sealed record PlaceKey(string Collective, string Person);
}
