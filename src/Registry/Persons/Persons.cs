using System.Data.Common;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;

namespace Autogestion.Registry;

/// <summary>Who the ids of the books are. Names, documents and contacts are sealed; the link to an account is not.</summary>
public sealed class Persons
{
    readonly RegistryStorage _storage;
    readonly Sealer _sealer;
    readonly TimeProvider _time;
    readonly NameLists _names;

    internal Persons(RegistryStorage storage, MasterKey key, TimeProvider time)
    {
        _storage = storage;
        _sealer = new Sealer(key.Derive("persons"));
        _time = time;
        _names = new NameLists(storage, _sealer);
        Identities = new IdentitySeals(storage, _sealer, time);
    }

    /// <summary>What admissions sealed in the book about who a person is.</summary>
    public IdentitySeals Identities { get; }

    /// <summary>Writes a person down, or changes what is written. Repeating it changes nothing.</summary>
    /// <exception cref="InvalidInputException">A field is outside its limits.</exception>
    /// <returns>False if the person was erased: an id is never given a second name after that.</returns>
    public async Task<bool> SaveAsync(CollectiveId collective, PersonId person, PersonDetails details, CancellationToken cancel = default) =>
        await SaveManyAsync(collective, [(person, details)], cancel) == 1;

    /// <summary>Writes many persons in one transaction, as when a roll is brought along.</summary>
    /// <returns>How many were written; the erased are left alone.</returns>
    public Task<int> SaveManyAsync(CollectiveId collective, IEnumerable<(PersonId Id, PersonDetails Details)> persons, CancellationToken cancel = default)
    {
        var valid = persons.Select(p => (p.Id, Details: p.Details.Checked())).ToList();
        return _storage.WriteAsync(async session =>
        {
            var version = await NextVersionAsync(session, collective);
            var written = 0;
            foreach (var (id, details) in valid)
                written += await session.ExecuteAsync("""
                    INSERT INTO registry_person (collective_id, person_id, name, document, phone, email, language, version)
                    VALUES (@CollectiveId, @PersonId, @Name, @Document, @Phone, @Email, @Language, @Version)
                    ON CONFLICT (collective_id, person_id) DO UPDATE SET name = excluded.name, document = excluded.document,
                      phone = excluded.phone, email = excluded.email, language = excluded.language, version = excluded.version
                    WHERE registry_person.erased_at IS NULL
                    """, PersonRow.From(collective, id, details, version, _sealer));
            return written;
        }, cancel);
    }

    public async Task<Person?> FindAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        (await _storage.ReadAsync(session => session.FindAsync<PersonRow>(
            $"SELECT {PersonRow.Columns} FROM registry_person WHERE collective_id = @collective AND person_id = @person",
            new { collective = collective.Value, person = person.ToString() }), cancel))?.Opened(_sealer);

    /// <summary>All names of the book at once, kept in memory; only what changed since is read again.</summary>
    public Task<NameList> NamesAsync(CollectiveId collective, CancellationToken cancel = default) => _names.GetAsync(collective, cancel);

    /// <summary>Which books the account is in, and as whom.</summary>
    public async Task<IReadOnlyList<Membership>> OfAccountAsync(AccountId account, CancellationToken cancel = default) =>
        [.. (await _storage.ReadAsync(session => session.QueryAsync<PersonRow>(
            $"SELECT {PersonRow.Columns} FROM registry_person WHERE account_id = @account ORDER BY collective_id",
            new { account = account.ToString() }), cancel)).Select(row => new Membership(new CollectiveId(row.CollectiveId), row.Id))];

    /// <summary>As whom the account appears in this book, if at all.</summary>
    public async Task<PersonId?> OfAccountAsync(AccountId account, CollectiveId collective, CancellationToken cancel = default) =>
        (await _storage.ReadAsync(session => session.FindAsync<PersonRow>(
            $"SELECT {PersonRow.Columns} FROM registry_person WHERE account_id = @account AND collective_id = @collective",
            new { account = account.ToString(), collective = collective.Value }), cancel))?.Id;

    public async Task<LinkOutcome> LinkAsync(CollectiveId collective, PersonId person, AccountId account, CancellationToken cancel = default)
    {
        try
        {
            return await _storage.WriteAsync(session => LinkAsync(session, collective, person, account), cancel);
        }
        catch (DbException failure) when (_storage.IsDuplicate(failure))
        {
            return LinkOutcome.AccountIsSomebodyElse;
        }
    }

    /// <summary>Links within a transaction; a duplicate key means that the account is somebody else in this book.</summary>
    internal static async Task<LinkOutcome> LinkAsync(Session session, CollectiveId collective, PersonId person, AccountId account)
    {
        var place = new { collective = collective.Value, person = person.ToString(), account = account.ToString(), version = await NextVersionAsync(session, collective) };
        var linked = await session.ExecuteAsync("""
            UPDATE registry_person SET account_id = @account, version = @version
            WHERE collective_id = @collective AND person_id = @person AND erased_at IS NULL AND (account_id IS NULL OR account_id = @account)
            """, place);
        if (linked == 1)
            return LinkOutcome.Linked;
        var exists = await session.FindAsync<long>(
            "SELECT COUNT(*) FROM registry_person WHERE collective_id = @collective AND person_id = @person AND erased_at IS NULL", place);
        return exists == 0 ? LinkOutcome.NoSuchPerson : LinkOutcome.PersonHasAccount;
    }

    /// <summary>The person no longer signs in to this book with any account.</summary>
    public Task UnlinkAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        ChangeAsync(collective, person, "account_id = NULL", cancel);

    /// <summary>
    /// Erases name, document, contacts, sealed identities and the link; the id stays, so that the book still counts.
    /// Whether the law allows it is decided elsewhere. Repeating it changes nothing.
    /// </summary>
    public async Task EraseAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default)
    {
        await ChangeAsync(collective, person,
            "account_id = NULL, name = NULL, document = NULL, phone = NULL, email = NULL, erased_at = COALESCE(erased_at, @now)", cancel,
            "DELETE FROM registry_identity_seal WHERE collective_id = @collective AND person_id = @person",
            "DELETE FROM registry_invitation WHERE collective_id = @collective AND person_id = @person",
            "DELETE FROM registry_personal_code WHERE collective_id = @collective AND person_id = @person",
            "DELETE FROM registry_push WHERE collective_id = @collective AND person_id = @person",
            "DELETE FROM registry_telling WHERE collective_id = @collective AND person_id = @person");
        await _storage.AfterErasureAsync(cancel);
    }

    Task ChangeAsync(CollectiveId collective, PersonId person, string change, CancellationToken cancel, params string[] alongside) =>
        _storage.WriteAsync(async session =>
        {
            var arguments = new
            {
                collective = collective.Value,
                person = person.ToString(),
                now = _time.Now().Stored(),
                version = await NextVersionAsync(session, collective),
            };
            await session.ExecuteAsync(
                $"UPDATE registry_person SET {change}, version = @version WHERE collective_id = @collective AND person_id = @person", arguments);
            foreach (var statement in alongside)
                await session.ExecuteAsync(statement, arguments);
        }, cancel);

    /// <summary>Also holds the book's row until the transaction ends, so that versions become visible in their order.</summary>
    static Task<long> NextVersionAsync(Session session, CollectiveId collective) =>
        session.FindAsync<long>("""
            INSERT INTO registry_name_list (collective_id, version) VALUES (@collective, 1)
            ON CONFLICT (collective_id) DO UPDATE SET version = registry_name_list.version + 1
            RETURNING version
            """, new { collective = collective.Value });
}
