using System.Text;
using Autogestion.Domain.Assemblies;
using Autogestion.Office.Secrecy;
using Microsoft.Data.Sqlite;

namespace Autogestion.Office.Tests.Secrecy;

/// <summary>
/// The same attacker on three votes of the same people: two kept as one would naively, one as it is here. A guess at random is
/// right for half of them; the naive boxes give everybody away, which proves that the attacker can succeed.
/// </summary>
public sealed class AttackTests
{
    private const int Voters = 40;

    // Of forty guesses at random, 34 or more are right once in two hundred thousand times.
    private const int NoBetterThanChance = 33;

    [Fact]
    public async Task Whoever_has_the_disk_the_backups_and_the_book_does_no_better_than_chance()
    {
        var scene = await SecretScene.OpenAsync(Voters);
        await using var test = scene.Test;
        var chance = new Random(20260314);
        var people = scene.Collective.Members;
        var choices = people.Select((person, at) => (person, at % 2 == 0 ? "for" : "against")).OrderBy(_ => chance.Next()).ToDictionary();
        var attacker = new Attacker([.. people.Select(person => person.Value)], "for", "against");
        var envelopes = new Dictionary<Domain.Kernel.PersonId, Envelope>();
        foreach (var person in people.OrderBy(_ => chance.Next()).ToList()) envelopes[person] = await scene.DrawAsync(person);
        attacker.Look(test.Folder);
        await scene.EndDrawingAsync();
        foreach (var person in people.OrderBy(_ => chance.Next()).ToList())
        {
            Assert.Equal(CastAnswer.InTheBox, await scene.CastAsync(envelopes[person], choices[person]));
            attacker.Look(test.Folder);
        }
        var backup = Path.Combine(test.Folder, "backup.db");
        await test.Node.Store.BackupAsync(backup, TestContext.Current.CancellationToken);
        await scene.CloseAsync();
        attacker.Look(test.Folder);
        var given = scene.Vote.Secret!.Envelopes;
        await LearnBookAsync(attacker, scene);
        attacker.Learn("digests", given.OrderBy(one => one.Value, StringComparer.Ordinal).Select(one => one.Key.Value));

        Assert.Equal(new Domain.Statutes.Count(Voters, Voters, 0, 20, 20, 0, 0), scene.Vote.Count);
        var guesses = attacker.Guesses().ToList();
        Assert.True(guesses.Count >= 8, $"only {guesses.Count} guesses");
        Assert.All(guesses, guess => Assert.InRange(Right(guess.Guess, choices.ToDictionary(one => one.Key.Value, one => one.Value)), 0, NoBetterThanChance));
        Assert.Empty(NamesNearBallots(attacker, [.. envelopes.Values]));
        foreach (var envelope in envelopes.Values)
            Assert.True(File.ReadAllBytes(backup).AsSpan().IndexOf(System.Security.Cryptography.SHA256.HashData(envelope.Message)) < 0, "a backup of the books holds a ballot");
        Assert.True(File.ReadAllBytes(test.File + "-boxes").AsSpan().IndexOf("against"u8) < 0, "the emptied box still holds ballots");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_attacker_reads_a_naive_box_like_a_list(bool sameRow)
    {
        var folder = Directory.CreateTempSubdirectory("naive-");
        try
        {
            var chance = new Random(7);
            var choices = Enumerable.Range(0, Voters).Select(at => (Guid.NewGuid(), at % 2 == 0 ? "for" : "against")).OrderBy(_ => chance.Next()).ToDictionary();
            var attacker = new Attacker([.. choices.Keys], "for", "against");
            using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "naive.db")};Pooling=false"))
            {
                connection.Open();
                Run(connection, sameRow ? "CREATE TABLE vote (person BLOB, choice TEXT)" : "CREATE TABLE voted (person BLOB); CREATE TABLE ballot (choice TEXT)");
                foreach (var (person, choice) in choices)
                    Run(connection, sameRow ? "INSERT INTO vote VALUES ($person, $choice)" : "BEGIN; INSERT INTO voted VALUES ($person); INSERT INTO ballot VALUES ($choice); COMMIT", ("$person", person.ToByteArray()), ("$choice", choice));
            }
            attacker.Look(folder.FullName);
            Assert.Equal(Voters, attacker.Guesses().Max(guess => Right(guess.Guess, choices)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Right(Dictionary<Guid, string> guess, Dictionary<Guid, string> truth) => guess.Count(one => truth[one.Key] == one.Value);

    // The book says who took an envelope, in which order; and so does every act of theirs.
    private static async Task LearnBookAsync(Attacker attacker, SecretScene scene)
    {
        var drawn = new List<Guid>();
        await foreach (var entry in scene.Node.Find(scene.Collective.Id)!.ReadAsync(0, long.MaxValue, TestContext.Current.CancellationToken))
        {
            if (entry.Recorded.Entry is EnvelopeGiven given) drawn.Add(given.Person.Value);
            var bytes = Encoding.UTF8.GetString(entry.Envelope.Data.Span);
            Assert.False(entry.Recorded.Entry is BoxEmptied && bytes.Contains("person", StringComparison.OrdinalIgnoreCase));
        }
        attacker.Learn("drawing", drawn);
    }

    // Nothing of an envelope's own message is ever on the disk, so nothing there leads from a device to a ballot.
    private static IEnumerable<string> NamesNearBallots(Attacker attacker, IReadOnlyList<Envelope> envelopes) =>
        envelopes.Where(envelope => attacker.EverSaw(envelope.Message) || attacker.EverSaw(envelope.Signature)).Select(_ => "an envelope is on the disk");

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
