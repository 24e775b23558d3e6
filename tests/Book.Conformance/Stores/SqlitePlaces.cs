using Autogestion.Book.Sqlite;
using Microsoft.Data.Sqlite;

namespace Autogestion.Book.Conformance.Stores;

public sealed class SqlitePlaces : IPlaces
{
    public Task<IPlace> NewAsync() => Task.FromResult<IPlace>(new Place());

    private sealed class Place : IPlace
    {
        private readonly TemporaryFolder folder = new();

        private string File => folder.File("books.db");

        public async Task<IBookStore> OpenAsync() =>
            await SqliteBookStore.OpenAsync(File, new SqliteBookStoreOptions { PollInterval = TimeSpan.FromMilliseconds(50) });

        public async Task RunAsync(string sql, params (string Name, object Value)[] parameters)
        {
            await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
            await command.ExecuteNonQueryAsync();
        }

        public Task SpoilAsync(string sql, params (string Name, object Value)[] parameters) =>
            RunAsync("DROP TRIGGER IF EXISTS book_entry_stays; DROP TRIGGER IF EXISTS book_entry_is_kept; " + sql, parameters);

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
