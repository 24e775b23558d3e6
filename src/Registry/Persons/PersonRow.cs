using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;

namespace Autogestion.Registry;

/// <summary>A person as the table holds them, and the sealing of each field to its place.</summary>
internal sealed class PersonRow
{
    public const string Columns = """
        collective_id AS CollectiveId, person_id AS PersonId, account_id AS AccountId, name AS Name, document AS Document,
        phone AS Phone, email AS Email, language AS Language, version AS Version
        """;

    public string CollectiveId { get; init; } = "";
    public string PersonId { get; init; } = "";
    public string? AccountId { get; init; }
    public byte[]? Name { get; init; }
    public byte[]? Document { get; init; }
    public byte[]? Phone { get; init; }
    public byte[]? Email { get; init; }
    public string Language { get; init; } = "";
    public long Version { get; init; }

    public static PersonRow From(CollectiveId collective, PersonId person, PersonDetails details, long version, Sealer sealer)
    {
        var row = new PersonRow { CollectiveId = collective.Value, PersonId = person.ToString() };
        return new PersonRow
        {
            CollectiveId = row.CollectiveId,
            PersonId = row.PersonId,
            Name = sealer.SealText(details.Name, row.Place("name")),
            Document = sealer.SealText(details.Document, row.Place("document")),
            Phone = sealer.SealText(details.Phone, row.Place("phone")),
            Email = sealer.SealText(details.Email, row.Place("email")),
            Language = details.Language,
            Version = version,
        };
    }

    public PersonId Id => new(Guid.Parse(PersonId));

    /// <summary>Nothing once erased.</summary>
    public NamedPerson? Named(Sealer sealer) =>
        sealer.OpenText(Name, Place("name")) is { } name ? new NamedPerson(Id, name, Account, Language) : null;

    public Person? Opened(Sealer sealer) =>
        Named(sealer) is { } named
            ? new Person(new CollectiveId(CollectiveId), Id, Account, new PersonDetails(named.Name, sealer.OpenText(Document, Place("document")),
                sealer.OpenText(Phone, Place("phone")), sealer.OpenText(Email, Place("email")), Language))
            : null;

    AccountId? Account => AccountId is null ? null : Registry.AccountId.Parse(AccountId);

    string Place(string field) => $"person/{CollectiveId}/{PersonId}/{field}";
}
