using System.Data;
using System.Data.Common;

namespace Autogestion.Registry.Storage;

/// <summary>Carries the rows of every table from one registry to another; values and names are the same in both databases.</summary>
internal static class RegistryCopy
{
    const string Settings = "registry_setting";

    public static async Task RunAsync(RegistryStorage from, RegistryStorage to, CancellationToken cancel)
    {
        await using var source = await from.OpenAsync(cancel);
        await using var moment = await source.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await to.WriteAsync(async session =>
        {
            foreach (var table in Migrator.Tables())
            {
                if (table == Settings) await RequireSameKeyAsync(new(source, moment, cancel), session);
                else await CopyAsync(source, moment, session, table, cancel);
            }
        }, cancel);
    }

    // What is sealed can be read with the key that sealed it and with no other.
    static async Task RequireSameKeyAsync(Session from, Session to)
    {
        const string Values = $"SELECT value FROM {Settings} ORDER BY name";
        var (ours, theirs) = (await from.QueryAsync<byte[]>(Values), await to.QueryAsync<byte[]>(Values));
        if (!ours.Select(Convert.ToHexString).SequenceEqual(theirs.Select(Convert.ToHexString)))
            throw new InvalidOperationException("The other registry was made with another key file.");
    }

    static async Task CopyAsync(DbConnection source, DbTransaction moment, Session to, string table, CancellationToken cancel)
    {
        if (await to.FindAsync<long>($"SELECT COUNT(*) FROM {table}") != 0)
            throw new InvalidOperationException($"The other registry is not empty: {table}.");
        await using var read = source.CreateCommand();
        read.Transaction = moment;
        read.CommandText = $"SELECT * FROM {table}";
        await using var row = await read.ExecuteReaderAsync(cancel);
        var columns = Enumerable.Range(0, row.FieldCount).Select(row.GetName).ToList();
        await using var write = to.Connection.CreateCommand();
        write.Transaction = to.Transaction;
        write.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        while (await row.ReadAsync(cancel))
        {
            write.Parameters.Clear();
            for (var at = 0; at < columns.Count; at++)
            {
                var parameter = write.CreateParameter();
                parameter.ParameterName = columns[at];
                parameter.Value = row.GetValue(at);
                write.Parameters.Add(parameter);
            }
            await write.ExecuteNonQueryAsync(cancel);
        }
    }
}
