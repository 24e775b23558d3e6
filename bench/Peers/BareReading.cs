using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace Autogestion.Bench.Peers;

/// <summary>
/// The least that reading a whole book can be: one query, one hash for each entry and each inner node of the tree, one parse by
/// generated code, one fold into mutable dictionaries. It asks no further questions and could not decide anything.
/// </summary>
internal static partial class BareReading
{
    public static void Run(string file, string book, bool fold)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash, bytes FROM book_entry WHERE book = $book ORDER BY position";
        command.Parameters.AddWithValue("$book", book);
        using var row = command.ExecuteReader();
        var (tree, sittings) = (new Tree(), fold ? new Sittings() : null);
        while (row.Read())
        {
            var bytes = SQLitePCL.raw.sqlite3_column_blob(row.Handle, 1);
            if (!tree.Add(bytes).SequenceEqual(SQLitePCL.raw.sqlite3_column_blob(row.Handle, 0))) throw new InvalidOperationException("A hash is wrong.");
            var entry = JsonSerializer.Deserialize(bytes, Shapes.Default.Line);
            sittings?.Take(entry);
        }
    }

    internal readonly record struct Line(string Book, long Position, Guid Act, int Part, int Parts, string Salt, DateTimeOffset Entered, Guid? Author, string Audience, string Kind, int Version, Facts Data);

    /// <summary>The members that most entries have.</summary>
    internal readonly record struct Facts(int? Assembly, int? Motion, Guid? Person, string? Means, string? Choice);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Line))]
    private sealed partial class Shapes : JsonSerializerContext;

    /// <summary>Who is in which room and who voted what.</summary>
    private sealed class Sittings
    {
        private readonly Dictionary<int, HashSet<Guid>> rooms = [];
        private readonly Dictionary<int, Dictionary<Guid, string>> votes = [];

        public void Take(in Line entry)
        {
            switch (entry)
            {
                case { Kind: "assembly.checked-in", Data: { Assembly: { } assembly, Person: { } person } }:
                    Of(rooms, assembly).Add(person);
                    break;
                case { Kind: "assembly.checked-out", Data: { Assembly: { } assembly, Person: { } person } }:
                    Of(rooms, assembly).Remove(person);
                    break;
                case { Kind: "assembly.ballot-cast", Data: { Motion: { } motion, Person: { } person, Choice: { } choice } }:
                    Of(votes, motion)[person] = choice;
                    break;
            }
        }

        private static T Of<T>(Dictionary<int, T> all, int number) where T : new() =>
            all.TryGetValue(number, out var one) ? one : all[number] = new();
    }

    /// <summary>The right edge of the tree as plain bytes: RFC 6962.</summary>
    private sealed class Tree
    {
        private readonly List<byte[]> edge = [];
        private readonly byte[] leaf = new byte[32];
        private byte[] buffer = new byte[4096];
        private long size;

        public ReadOnlySpan<byte> Add(ReadOnlySpan<byte> bytes)
        {
            if (buffer.Length <= bytes.Length) buffer = new byte[2 * bytes.Length];
            buffer[0] = 0;
            bytes.CopyTo(buffer.AsSpan(1));
            SHA256.HashData(buffer.AsSpan(0, bytes.Length + 1), leaf);
            var node = leaf.ToArray();
            Span<byte> pair = stackalloc byte[65];
            pair[0] = 1;
            for (var rest = size; (rest & 1) == 1; rest >>= 1)
            {
                edge[^1].CopyTo(pair[1..]);
                node.CopyTo(pair[33..]);
                SHA256.HashData(pair, node);
                edge.RemoveAt(edge.Count - 1);
            }
            edge.Add(node);
            size++;
            return leaf;
        }
    }
}
