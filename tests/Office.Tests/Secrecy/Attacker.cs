using System.Text;
using Autogestion.Book;
using Microsoft.Data.Sqlite;

namespace Autogestion.Office.Tests.Secrecy;

/// <summary>
/// Somebody with the whole disk, every file of it, after every step, and every backup, who knows how everything is kept and who
/// took part, and wants to know who voted what. Works alike on any folder with SQLite files in it.
/// </summary>
/// <param name="voters">Those who voted, by the bytes of their ids.</param>
public sealed class Attacker(IReadOnlyList<Guid> voters, params string[] ballots)
{
    private readonly List<string> ballotsAsTheyCame = [];
    private readonly HashSet<string> seen = [];
    private readonly List<List<string>> ballotOrders = [];
    private readonly Dictionary<string, List<Guid>> personOrders = new() { ["id"] = [.. voters.Order()] };
    private readonly Dictionary<string, Dictionary<Guid, string>> links = [];
    private readonly List<byte[]> images = [];

    /// <summary>Copies every file of a folder as it is now and looks at what is new.</summary>
    public void Look(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("attacker-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var to = File.Create(Path.Combine(copy.FullName, Path.GetFileName(file)));
                from.CopyTo(to);
            }
            foreach (var file in Directory.EnumerateFiles(copy.FullName)) images.Add(File.ReadAllBytes(file));
            foreach (var file in Directory.EnumerateFiles(copy.FullName).Where(IsDatabase).ToList()) Read(file);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>Something else that puts the voters into an order: the book, a log.</summary>
    public void Learn(string from, IEnumerable<Guid> order) => personOrders[from] = [.. order.Where(voters.Contains)];

    /// <summary>Every guess that can be made, each with the way it was made.</summary>
    public IEnumerable<(string Way, Dictionary<Guid, string> Guess)> Guesses()
    {
        foreach (var (way, link) in links) yield return (way, link);
        foreach (var (name, people) in personOrders)
            foreach (var (order, at) in ballotOrders.Prepend(ballotsAsTheyCame).Select((order, at) => (order, at)))
            {
                yield return ($"{name} × {at}", Pair(people, order));
                yield return ($"{name} × {at} backwards", Pair(people, [.. Enumerable.Reverse(order)]));
            }
    }

    /// <summary>Whether some bytes are in any file that was ever copied.</summary>
    public bool EverSaw(ReadOnlySpan<byte> bytes)
    {
        foreach (var image in images)
            if (image.AsSpan().IndexOf(bytes) >= 0) return true;
        return false;
    }

    private static Dictionary<Guid, string> Pair(IReadOnlyList<Guid> people, IReadOnlyList<string> order) =>
        people.Zip(order).ToDictionary(pair => pair.First, pair => pair.Second);

    private static bool IsDatabase(string file)
    {
        Span<byte> head = stackalloc byte[16];
        using var stream = File.OpenRead(file);
        return stream.Read(head) == 16 && head.StartsWith("SQLite format 3"u8);
    }

    // Every row of every table, in the order in which it is kept.
    private void Read(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        foreach (var table in Column(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
        {
            List<(string Key, string Ballot)> found = [];
            List<Guid> people = [];
            using var command = new SqliteCommand($"SELECT * FROM \"{table}\"", connection);
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var values = Enumerable.Range(0, row.FieldCount).Select(row.GetValue).ToList();
                var key = string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}"));
                var ballot = values.OfType<string>().FirstOrDefault(value => ballots.Contains(value));
                var person = values.OfType<byte[]>().Where(bytes => bytes.Length == 16).Select(bytes => new Guid(bytes)).FirstOrDefault(voters.Contains);
                if (ballot is not null) found.Add(($"{table} {key}", ballot));
                if (person != default) people.Add(person);
                if (ballot is not null && person != default) Link($"row of {table}", person, ballot);
                foreach (var block in values.OfType<byte[]>().Where(bytes => bytes.Length >= Slip.Size && bytes.Length % Slip.Size == 0)) found.AddRange(Slips(block));
            }
            Note(table, found, people);
        }
    }

    private void Note(string table, List<(string Key, string Ballot)> found, List<Guid> people)
    {
        foreach (var (key, ballot) in found)
            if (seen.Add(key)) ballotsAsTheyCame.Add(ballot);
        if (found.Count == voters.Count) ballotOrders.Add([.. found.Select(one => one.Ballot)]);
        if (people.Distinct().Count() == voters.Count) personOrders[table] = [.. people.Distinct()];
    }

    private void Link(string way, Guid person, string ballot)
    {
        if (!links.TryGetValue(way, out var link)) links[way] = link = [];
        link[person] = ballot;
    }

    private static IEnumerable<(string Key, string Ballot)> Slips(byte[] block)
    {
        for (var at = 0; at < block.Length; at += Slip.Size)
            yield return (Convert.ToHexString(block, at, Hash.Length), Encoding.UTF8.GetString(block, at + Hash.Length, Slip.Size - Hash.Length).TrimEnd('\0'));
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var row = command.ExecuteReader();
        var values = new List<string>();
        while (row.Read()) values.Add(row.GetString(0));
        return values;
    }
}
