using System.Data.Common;
using Dapper;

namespace Autogestion.Registry.Storage;

/// <summary>A connection, with its transaction if it writes, speaking Dapper.</summary>
internal readonly record struct Session(DbConnection Connection, DbTransaction? Transaction, CancellationToken Cancel)
{
    public Task<int> ExecuteAsync(string sql, object? arguments = null) =>
        Connection.ExecuteAsync(Command(sql, arguments));

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? arguments = null) =>
        Connection.QueryAsync<T>(Command(sql, arguments));

    public Task<T?> FindAsync<T>(string sql, object? arguments = null) =>
        Connection.QuerySingleOrDefaultAsync<T>(Command(sql, arguments));

    CommandDefinition Command(string sql, object? arguments) =>
        new(sql, arguments, Transaction, cancellationToken: Cancel);
}
