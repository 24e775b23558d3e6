using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;
using NodaTime;
using Text = Autogestion.Domain.Kernel.Text;

namespace Autogestion.Office.Tests.Registry;

public sealed class TextTests
{
    const string Words = "Que el horno chico se apague los domingos.";

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Words_come_back_in_their_language_with_the_hash_of_the_book(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var reference = await world.Registry.Texts.WriteAsync(World.Glassworks, "es-AR", "Jose\u0301 pide\r\nla palabra", Retention.Legal);
        Assert.Equal(Retention.Legal, reference.Retention);
        var read = Assert.IsType<TextReading.Legible>(await world.Registry.Texts.ReadAsync(World.Glassworks, reference.Id));
        Assert.Equal(("es-AR", "José pide\nla palabra", reference.Hash), (read.Language, read.Words, read.Hash));
        Assert.True(read.Matches(reference));
        Assert.False(read.Matches(reference with { Hash = "AAAA" }));
        var plain = await world.Registry.Texts.ExportAsync(World.Glassworks).SingleAsync();
        byte[] hashed = [.. plain.Salt!, .. Encoding.UTF8.GetBytes("José pide\nla palabra")];
        Assert.Equal(16, plain.Salt!.Length);
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(hashed)), reference.Hash);
        Assert.DoesNotContain("palabra", await world.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_twice_have_nothing_in_common()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        var (first, _) = world.Registry.Texts.Prepare(World.Glassworks, "es", Words, Retention.Erasable);
        var (second, _) = world.Registry.Texts.Prepare(World.Glassworks, "es", Words, Retention.Erasable);
        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Preparing_writes_nothing_and_storing_twice_writes_once(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var texts = world.Registry.Texts;
        var (reference, prepared) = texts.Prepare(World.Glassworks, "es", Words, Retention.Erasable);
        Assert.IsType<TextReading.Absent>(await texts.ReadAsync(World.Glassworks, reference.Id));
        await texts.StoreAsync([prepared]);
        await texts.StoreAsync([prepared, prepared]);
        Assert.IsType<TextReading.Legible>(await texts.ReadAsync(World.Glassworks, reference.Id));
        Assert.Equal(1, Assert.Single(await world.PeekAsync<long>("SELECT COUNT(*) FROM registry_text")));
        Assert.Equal(EraseOutcome.Erased, await texts.EraseAsync(World.Glassworks, reference.Id));
        await texts.StoreAsync([prepared]);
        Assert.IsType<TextReading.Erased>(await texts.ReadAsync(World.Glassworks, reference.Id));
        Assert.Equal(0, Assert.Single(await world.PeekAsync<long>("SELECT COUNT(*) FROM registry_text_key")));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Many_who_store_at_once_are_all_answered_and_all_stored(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var texts = world.Registry.Texts;
        var references = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => texts.WriteAsync(World.Glassworks, "es", $"Moción {i}", Retention.Legal))));
        await using var other = await world.OpenAgainAsync();
        var read = await other.Texts.ReadManyAsync(World.Glassworks, references.Select(reference => reference.Id));
        Assert.Equal(300, read.Count);
        Assert.All(references, reference => Assert.True(((TextReading.Legible)read[reference.Id]).Matches(reference)));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Reading_many_answers_for_every_id(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var texts = world.Registry.Texts;
        var prepared = Enumerable.Range(0, 1203).Select(i => texts.Prepare(World.Glassworks, "es", $"Punto {i}", Retention.Erasable)).ToList();
        await texts.StoreAsync(prepared.Select(p => p.Prepared));
        var foreign = await texts.WriteAsync(World.Tiles, "es", "De otro libro", Retention.Erasable);
        await texts.EraseAsync(World.Glassworks, prepared[7].Reference.Id);
        for (var round = 0; round < 2; round++)
        {
            var read = await texts.ReadManyAsync(World.Glassworks, [.. prepared.Select(p => p.Reference.Id), foreign.Id]);
            Assert.Equal(1204, read.Count);
            Assert.IsType<TextReading.Erased>(read[prepared[7].Reference.Id]);
            Assert.IsType<TextReading.Absent>(read[foreign.Id]);
            Assert.Equal("Punto 1202", ((TextReading.Legible)read[prepared[1202].Reference.Id]).Words);
        }
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task An_erased_text_cannot_be_read_even_with_ciphertext_and_master_key(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var texts = world.Registry.Texts;
        var reference = await texts.WriteAsync(World.Glassworks, "es", Words, Retention.Erasable);
        var ciphertext = Assert.Single(await world.PeekAsync<byte[]>("SELECT ciphertext FROM registry_text"));
        var wrappedKey = Assert.Single(await world.PeekAsync<byte[]>("SELECT wrapped_key FROM registry_text_key"));
        Assert.Equal(EraseOutcome.Erased, await texts.EraseAsync(World.Glassworks, reference.Id));
        Assert.Equal(EraseOutcome.AlreadyErased, await texts.EraseAsync(World.Glassworks, reference.Id));

        // Somebody who kept the ciphertext puts it back, and has the key file: no key fits it any more.
        await world.PeekAsync<int>("UPDATE registry_text SET ciphertext = @ciphertext, erased_at = NULL", new { ciphertext });
        await using var thief = await world.OpenAgainAsync();
        Assert.IsType<TextReading.Erased>(await thief.Texts.ReadAsync(World.Glassworks, reference.Id));
        var another = await texts.WriteAsync(World.Glassworks, "es", "otra cosa", Retention.Erasable);
        await world.PeekAsync<int>("UPDATE registry_text_key SET id = @id WHERE id = @other", new { id = reference.Id.ToString(), other = another.Id.ToString() });
        await Assert.ThrowsAnyAsync<CryptographicException>(() => thief.Texts.ReadAsync(World.Glassworks, reference.Id));

        if (backend == Backend.Sqlite)
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(world.SqliteFile)!, "books.db*"))
                Assert.Equal(-1, ReadShared(file).AsSpan().IndexOf(wrappedKey));
    }

    [Fact]
    public async Task Before_the_erasure_the_key_is_found_in_the_file_where_the_test_above_looks()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        await world.Registry.Texts.WriteAsync(World.Glassworks, "es", Words, Retention.Erasable);
        var wrappedKey = Assert.Single(await world.PeekAsync<byte[]>("SELECT wrapped_key FROM registry_text_key"));
        Assert.Contains(Directory.GetFiles(Path.GetDirectoryName(world.SqliteFile)!, "books.db*"), file => ReadShared(file).AsSpan().IndexOf(wrappedKey) >= 0);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task What_the_law_keeps_is_erased_only_after_its_term(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var texts = world.Registry.Texts;
        var reference = await texts.WriteAsync(World.Glassworks, "es", Words, Retention.Legal);
        Assert.Equal(EraseOutcome.KeptByLaw, await texts.EraseAsync(World.Glassworks, reference.Id));
        Assert.IsType<TextReading.Legible>(await texts.ReadAsync(World.Glassworks, reference.Id));
        Assert.Equal(EraseOutcome.NoSuchText, await texts.EraseAsync(World.Tiles, reference.Id, legalTermLapsed: true));
        Assert.Equal(EraseOutcome.Erased, await texts.EraseAsync(World.Glassworks, reference.Id, legalTermLapsed: true));
        Assert.IsType<TextReading.Erased>(await texts.ReadAsync(World.Glassworks, reference.Id));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task What_another_process_erased_is_gone_within_a_minute(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await using var other = await world.OpenAgainAsync();
        var reference = await world.Registry.Texts.WriteAsync(World.Glassworks, "es", Words, Retention.Erasable);
        Assert.IsType<TextReading.Legible>(await world.Registry.Texts.ReadAsync(World.Glassworks, reference.Id));
        await other.Texts.EraseAsync(World.Glassworks, reference.Id);
        Assert.IsType<TextReading.Erased>(await other.Texts.ReadAsync(World.Glassworks, reference.Id));
        for (var seconds = 0; seconds < 60; seconds += 5)
        {
            await world.Registry.Texts.ReadAsync(World.Glassworks, reference.Id);
            world.Clock.Pass(Duration.FromSeconds(5));
        }
        Assert.IsType<TextReading.Erased>(await world.Registry.Texts.ReadAsync(World.Glassworks, reference.Id));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task The_sweep_takes_what_no_entry_refers_to_and_asks_about_the_rest_once(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var texts = world.Registry.Texts;
        var kept = await texts.WriteAsync(World.Glassworks, "es", "entrada", Retention.Legal);
        var orphan = await texts.WriteAsync(World.Glassworks, "es", "rechazada", Retention.Legal);
        var (retried, prepared) = texts.Prepare(World.Glassworks, "es", "repetida", Retention.Legal);
        await texts.StoreAsync([prepared]);
        world.Clock.Pass(Duration.FromHours(2));
        await texts.StoreAsync([prepared]);
        var fresh = await texts.WriteAsync(World.Glassworks, "es", "en camino", Retention.Legal);
        var asked = new List<Guid>();
        Task<int> Sweep() => texts.SweepAsync(World.Glassworks, TimeSpan.FromHours(1), ids =>
        {
            asked.AddRange(ids);
            return Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid> { kept.Id });
        });
        Assert.Equal(1, await Sweep());
        Assert.Equal(0, await Sweep());
        Assert.Equal(new[] { kept.Id, orphan.Id }.Order(), asked.Order());
        await using var other = await world.OpenAgainAsync();
        var left = await other.Texts.ReadManyAsync(World.Glassworks, [kept.Id, orphan.Id, retried.Id, fresh.Id]);
        Assert.Equal([orphan.Id], left.Where(text => text.Value is TextReading.Absent).Select(text => text.Key));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => texts.SweepAsync(World.Glassworks, TimeSpan.FromMinutes(59), _ => throw new InvalidOperationException()));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_book_takes_its_words_along_to_another_registry(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var source = world.Registry.Texts;
        var references = new List<Text>();
        for (var i = 0; i < 3; i++)
            references.Add(await source.WriteAsync(World.Glassworks, "es", $"Acta {i}", Retention.Legal));
        await source.WriteAsync(World.Tiles, "es", "De otro libro", Retention.Legal);
        await source.EraseAsync(World.Glassworks, references[1].Id, legalTermLapsed: true);
        var exported = await source.ExportAsync(World.Glassworks).ToListAsync();
        Assert.Equal(3, exported.Count);

        await using var elsewhere = await World.OpenAsync(Backend.Sqlite);
        for (var round = 0; round < 2; round++)
        {
            var imported = await elsewhere.Registry.Texts.ImportAsync(World.Glassworks, exported);
            Assert.Equal(new[] { references[0], references[2] }.OrderBy(text => text.Id), imported.OrderBy(text => text.Id));
        }
        var read = await elsewhere.Registry.Texts.ReadManyAsync(World.Glassworks, references.Select(reference => reference.Id));
        Assert.Equal("Acta 2", ((TextReading.Legible)read[references[2].Id]).Words);
        Assert.IsType<TextReading.Erased>(read[references[1].Id]);
        var back = await elsewhere.Registry.Texts.ExportAsync(World.Glassworks).ToListAsync();
        Assert.Equivalent(exported, back, strict: true);
    }

    [Fact]
    public async Task Words_that_were_altered_on_the_way_show_another_hash()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        var reference = await world.Registry.Texts.WriteAsync(World.Glassworks, "es", Words, Retention.Legal);
        var exported = await world.Registry.Texts.ExportAsync(World.Glassworks).SingleAsync();
        await using var elsewhere = await World.OpenAsync(Backend.Sqlite);
        var imported = await elsewhere.Registry.Texts.ImportAsync(World.Glassworks, [exported with { Words = "Que el horno siga." }]);
        Assert.Equal(reference.Id, Assert.Single(imported).Id);
        Assert.NotEqual(reference.Hash, imported[0].Hash);
        var read = Assert.IsType<TextReading.Legible>(await elsewhere.Registry.Texts.ReadAsync(World.Glassworks, reference.Id));
        Assert.False(read.Matches(reference));
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
