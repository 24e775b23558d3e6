using System.Diagnostics.CodeAnalysis;
using Autogestion.Domain.Kernel;

namespace Autogestion.Registry;

/// <summary>All names of one book at one version; immutable, so that a page may hold on to it.</summary>
public sealed class NameList
{
    readonly Dictionary<PersonId, NamedPerson> _persons;
    readonly Dictionary<AccountId, PersonId> _accounts = [];

    internal NameList(long version, Dictionary<PersonId, NamedPerson> persons)
    {
        Version = version;
        _persons = persons;
        foreach (var person in persons.Values)
            if (person.Account is { } account)
                _accounts[account] = person.Id;
    }

    internal static readonly NameList Empty = new(0, []);

    /// <summary>Grows with each change to any person of the book.</summary>
    public long Version { get; }

    public int Count => _persons.Count;

    public IReadOnlyCollection<NamedPerson> All => _persons.Values;

    /// <summary>The person's name, or nothing if never known or erased.</summary>
    public string? this[PersonId person] => _persons.GetValueOrDefault(person)?.Name;

    /// <summary>As whom the account appears in this book, if at all.</summary>
    public PersonId? Of(AccountId account) => _accounts.TryGetValue(account, out var person) ? person : null;

    public bool TryFind(PersonId person, [NotNullWhen(true)] out NamedPerson? found) => _persons.TryGetValue(person, out found);

    internal NameList With(long version, IEnumerable<(PersonId Id, NamedPerson? Now)> changes)
    {
        var persons = new Dictionary<PersonId, NamedPerson>(_persons);
        foreach (var (id, now) in changes)
        {
            if (now is null)
                persons.Remove(id);
            else
                persons[id] = now;
        }
        return new NameList(version, persons);
    }
}
