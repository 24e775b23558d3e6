using System.Collections.Concurrent;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;
using Dapper;

namespace Autogestion.Registry;

/// <summary>
/// The lists of names in memory, one a book. Each reading asks for what is newer than the version held, so that a change made
/// by any process shows at once and an unchanged list costs one small query.
/// </summary>
internal sealed class NameLists(RegistryStorage storage, Sealer sealer)
{
    readonly ConcurrentDictionary<string, NameList> _lists = new(StringComparer.Ordinal);

    public async Task<NameList> GetAsync(CollectiveId collective, CancellationToken cancel)
    {
        var held = _lists.GetValueOrDefault(collective.Value, NameList.Empty);
        var rows = (await storage.ReadAsync(session => session.QueryAsync<PersonRow>(
            $"SELECT {PersonRow.Columns} FROM registry_person WHERE collective_id = @collective AND version > @version",
            new { collective = collective.Value, version = held.Version }), cancel)).AsList();
        if (rows.Count == 0)
            return held;
        var list = held.With(rows.Max(row => row.Version), rows.Select(row => (row.Id, row.Named(sealer))));
        return _lists.AddOrUpdate(collective.Value, list, (_, other) => other.Version > list.Version ? other : list);
    }
}
