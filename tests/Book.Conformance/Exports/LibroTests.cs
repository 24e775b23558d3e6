using System.Text;
using Autogestion.Book.Sqlite;

namespace Autogestion.Book.Conformance.Exports;

/// <summary>The export file: it verifies on its own, names its first wrong line, and comes back as the same book.</summary>
public sealed class LibroTests : IAsyncLifetime
{
    private static readonly BookId A = new("vidriera");
    /// <summary>A size at which an act ends, as <see cref="FillAsync"/> makes them.</summary>
    private const int WholeActs = 9;

    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner signer = NoteSigner.Create(Checkpoint.OriginOf(A));
    private SqliteBookStore store = null!;

    public async ValueTask InitializeAsync() => store = await OpenAsync("books.db");

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        signer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_full_file_verifies_and_comes_back_as_the_same_book()
    {
        await FillAsync(store, 600);
        var file = await WriteAsync(store, texts: ["""{"id":1,"said":"sí, compañera"}""", """{"id":2}"""]);
        var verified = await VerifyAsync(file);
        Assert.Null(verified.Result.Fault);
        Assert.Equal((A, 600L, (await store.FrontierAsync(A)).Root(), 0L, 2L), (verified.Result.Book, verified.Result.Size, verified.Result.Root, verified.Result.Withheld, verified.Texts));
        Assert.False(verified.IsPublic);
        Assert.Equal(signer.Verifier.ToString(), Assert.Single(verified.Keys).ToString());

        await using var other = await OpenAsync("other.db");
        Assert.Equal(new ImportResult.Imported(A, 600, 600), await ImportAsync(file, other));
        Samples.AssertSame(await store.ReadAsync(A, 0).ToListAsync(), await other.ReadAsync(A, 0).ToListAsync());
        Assert.Equal(verified.Checkpoint!.ToString(), Assert.Single(await other.CheckpointsAsync(A)).Note);
        Assert.Equal(new ImportResult.AlreadyThere(A, 600), await ImportAsync(file, other));
        Assert.True((await StoreVerification.VerifyAsync(other, A, new VerificationOptions { Keys = [signer.Verifier] })).IsWhole);

        var texts = new List<string>();
        await foreach (var text in LibroImport.TextsAsync(new MemoryStream(file))) texts.Add(Encoding.UTF8.GetString(text.Span));
        Assert.Equal(["""{"id":1,"said":"sí, compañera"}""", """{"id":2}"""], texts);
    }

    [Fact]
    public async Task Entries_stand_in_the_file_as_they_were_sealed()
    {
        await FillAsync(store, 3);
        var lines = Encoding.UTF8.GetString(await WriteAsync(store)).Split('\n');
        Assert.StartsWith("""{"format":"autogestion-book/1","book":"vidriera","audience":"full","size":3,"root":""", lines[0], StringComparison.Ordinal);
        Assert.Equal((await store.ReadAsync(A, 0).ToListAsync()).Select(entry => Encoding.UTF8.GetString(entry.Bytes.Span)), lines[3..6]);
        Assert.Equal("""{"entries":3,"texts":0}""", lines[^2]);
    }

    [Fact]
    public async Task A_public_file_withholds_entries_and_still_proves_the_same_root()
    {
        await FillAsync(store, 300);
        var full = await VerifyAsync(await WriteAsync(store));
        var file = await WriteAsync(store, shows: envelope => envelope.Position % 3 == 0);
        Assert.Equal(200, Encoding.UTF8.GetString(file).Split("{\"leaf\":").Length - 1);
        var verified = await VerifyAsync(file);
        Assert.True(verified.IsPublic);
        Assert.Equal(full.Result with { Withheld = 200 }, verified.Result);
        await using var other = await OpenAsync("other.db");
        Assert.Equal(new ImportResult.NotFull(A), await ImportAsync(file, other));
        Assert.Empty(await other.HeadsAsync());
    }

    [Fact]
    public async Task An_empty_book_is_a_file_too()
    {
        var verified = await VerifyAsync(await WriteAsync(store));
        Assert.Equal(new Verification(A, 0, Merkle.EmptyRoot, 0, null), verified.Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flipped_bit_anywhere_names_its_line(bool isPublic)
    {
        await FillAsync(store, 520);
        var file = await WriteAsync(store, shows: isPublic ? envelope => envelope.Position % 2 == 0 : null, texts: ["""{"id":1,"said":"sí, compañera"}"""]);
        var ends = Enumerable.Range(0, file.Length).Where(i => file[i] == '\n').ToList();
        var random = new Random(7);
        foreach (var i in Enumerable.Range(0, 900).Concat(Enumerable.Range(0, 400).Select(_ => random.Next(file.Length))).Concat(Enumerable.Range(file.Length - 400, 400)))
        {
            var spoiled = (byte[])file.Clone();
            spoiled[i] ^= (byte)(1 << random.Next(8));
            var fault = (await VerifyAsync(spoiled)).Result.Fault;
            var line = ends.FindIndex(end => end >= i) + 1;
            Assert.True(fault?.Line == line, $"byte {i} of line {line}: {fault}");
        }
    }

    [Fact]
    public async Task A_flipped_byte_of_an_entry_names_its_position()
    {
        await FillAsync(store, 520);
        var file = await WriteAsync(store);
        var text = Encoding.UTF8.GetString(file);
        var spoiled = Encoding.UTF8.GetBytes(text.Replace("\"position\":300,", "\"position\":300,", StringComparison.Ordinal));
        var at = Encoding.UTF8.GetByteCount(text[..text.IndexOf("\"motion\":3", text.IndexOf("\"position\":300,", StringComparison.Ordinal), StringComparison.Ordinal)]);
        spoiled[at + 9] ^= 1;
        var fault = (await VerifyAsync(spoiled)).Result.Fault!;
        Assert.Equal((FaultCode.WrongHash, 300L), (fault.Code, fault.Position));
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_truncated_at_that_line()
    {
        await FillAsync(store, 300);
        var file = await WriteAsync(store, texts: ["""{"id":1}"""]);
        var random = new Random(7);
        foreach (var length in Enumerable.Range(0, 300).Select(_ => random.Next(file.Length)).Append(file.Length - 1).Append(0))
        {
            var result = (await VerifyAsync(file[..length])).Result;
            Assert.Equal((FaultCode.Truncated, 1 + file.AsSpan(0, length).Count((byte)'\n')), (result.Fault!.Code, (int)result.Fault.Line!));
        }
    }

    [Fact]
    public async Task A_line_removed_doubled_or_added_is_named()
    {
        await FillAsync(store, 300);
        var lines = Encoding.UTF8.GetString(await WriteAsync(store)).Split('\n')[..^1].ToList();
        for (var i = 0; i < lines.Count; i += i < 6 ? 1 : 23)
        {
            var removed = lines.Where((_, n) => n != i);
            var doubled = lines.Take(i + 1).Append(lines[i]).Concat(lines.Skip(i + 1));
            Assert.NotNull(await FaultAsync(removed));
            // A key named twice is still that key.
            if (i != 2) Assert.Equal(i + 2, (await FaultAsync(doubled))?.Line);
        }
        Assert.Equal(lines.Count + 1, (await FaultAsync(lines.Append("{}")))?.Line);

        async Task<Fault?> FaultAsync(IEnumerable<string> some) => (await VerifyAsync(Encoding.UTF8.GetBytes(string.Concat(some.Select(line => line + "\n"))))).Result.Fault;
    }

    [Fact]
    public async Task Who_rewrites_the_whole_file_needs_the_key()
    {
        await FillAsync(store, 5);
        await using var forgery = await OpenAsync("forgery.db");
        await FillAsync(forgery, 5);
        using var forger = NoteSigner.Create(Checkpoint.OriginOf(A));
        var forged = await WriteAsync(forgery, by: forger);
        Assert.Null((await VerifyAsync(forged)).Result.Fault);
        Assert.Equal((FaultCode.WrongSignature, 2L), Where(await VerifyAsync(forged, new VerificationOptions { Keys = [signer.Verifier] })));

        var ours = Encoding.UTF8.GetString(await WriteAsync(store)).Split('\n');
        var theirs = Encoding.UTF8.GetString(await WriteAsync(forgery)).Split('\n');
        var mixed = Encoding.UTF8.GetBytes(string.Join('\n', ours.Take(3).Concat(theirs.Skip(3))));
        Assert.Equal((FaultCode.WrongRoot, 2L), Where(await VerifyAsync(mixed)));
    }

    [Fact]
    public async Task A_newer_file_is_held_against_an_older_one()
    {
        await FillAsync(store, 20);
        var older = await WriteAsync(store);
        await FillAsync(store, 30);
        var newer = await WriteAsync(store);
        Assert.Null((await VerifyAsync(newer, new VerificationOptions { Older = LibroImport.LeavesAsync(new MemoryStream(older)) })).Result.Fault);
        var shorter = (await VerifyAsync(older, new VerificationOptions { Older = LibroImport.LeavesAsync(new MemoryStream(newer)) })).Result.Fault!;
        Assert.Equal((FaultCode.Shorter, 21L), (shorter.Code, shorter.Position));

        await using var other = await OpenAsync("other.db");
        await other.AppendAsync(A, 0, await store.ReadAsync(A, 0, WholeActs).ToListAsync());
        await FillAsync(other, 30);
        var different = (await VerifyAsync(await WriteAsync(other), new VerificationOptions { Older = LibroImport.LeavesAsync(new MemoryStream(older)) })).Result.Fault!;
        Assert.Equal((FaultCode.DiffersFromOlder, WholeActs + 1L), (different.Code, different.Position));
        Assert.Equal(3 + WholeActs + 1, different.Line);
    }

    [Fact]
    public async Task Import_continues_the_same_book_and_refuses_another()
    {
        await FillAsync(store, 20);
        var older = await WriteAsync(store);
        await FillAsync(store, 600);
        var newer = await WriteAsync(store);
        await using var other = await OpenAsync("other.db");
        Assert.Equal(new ImportResult.Imported(A, 20, 20), await ImportAsync(older, other));
        Assert.Equal(new ImportResult.Imported(A, 600, 580), await ImportAsync(newer, other));
        Assert.Equal(new ImportResult.AlreadyThere(A, 20), await ImportAsync(older, other));
        Assert.Equal([20L, 600L], (await other.CheckpointsAsync(A)).Select(kept => kept.Size));

        await using var foreign = await OpenAsync("foreign.db");
        await FillAsync(foreign, 40);
        Assert.Equal(new ImportResult.Different(A, 20), await ImportAsync(older, foreign));
        Assert.Equal(new ImportResult.Different(A, 40), await ImportAsync(newer, foreign));
        Assert.Equal(40, await foreign.HeadAsync(A));
        Assert.Empty(await foreign.CheckpointsAsync(A));
    }

    [Fact]
    public async Task A_damaged_file_is_not_imported_at_all()
    {
        await FillAsync(store, 600);
        var file = await WriteAsync(store);
        await using var other = await OpenAsync("other.db");
        Assert.Equal(FaultCode.Truncated, Assert.IsType<ImportResult.Damaged>(await ImportAsync(file[..^100], other)).Fault.Code);
        Assert.Empty(await other.HeadsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("hello\n")]
    [InlineData("{\"format\":\"autogestion-book/2\",\"book\":\"a\",\"audience\":\"full\",\"size\":0,\"root\":\"\"}\n")]
    public async Task What_is_no_export_is_refused_at_its_first_line(string text)
    {
        var verified = await VerifyAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(1, verified.Result.Fault?.Line);
    }

    [Fact]
    public async Task A_damaged_book_is_not_exported()
    {
        await FillAsync(store, 5);
        var lie = new Checkpoint(A, 5, Merkle.EmptyRoot).Sign(signer);
        var content = new LibroContent { Checkpoint = lie, Keys = [signer.Verifier] };
        await Assert.ThrowsAsync<BookStoreUnavailableException>(() => LibroWriter.WriteAsync(store, A, content, Stream.Null));
        await Assert.ThrowsAsync<FormatException>(() => LibroWriter.WriteAsync(store, new BookId("textil"), content, Stream.Null));
    }

    private async Task<SqliteBookStore> OpenAsync(string name) =>
        await SqliteBookStore.OpenAsync(folder.File(name), new SqliteBookStoreOptions { Durability = Durability.Off });

    /// <summary>Makes the book grow to a size, with acts of one to three entries.</summary>
    private static async Task FillAsync(IBookStore store, int size)
    {
        for (var head = await store.HeadAsync(A); head < size;)
        {
            var parts = (int)Math.Min(1 + (head % 3), size - head);
            head = Assert.IsType<AppendResult.Appended>(await store.AppendAsync(A, head, Samples.Act(A, head, parts))).Head;
        }
    }

    private async Task<byte[]> WriteAsync(IBookStore from, Func<Envelope, bool>? shows = null, IReadOnlyList<string>? texts = null, NoteSigner? by = null)
    {
        var frontier = await from.FrontierAsync(A);
        var file = new MemoryStream();
        await LibroWriter.WriteAsync(from, A, new LibroContent
        {
            Checkpoint = new Checkpoint(A, frontier.Size, frontier.Root()).Sign(by ?? signer),
            Keys = [(by ?? signer).Verifier],
            Shows = shows,
            Texts = texts is null ? null : Async(texts),
        }, file);
        return file.ToArray();
    }

    private static Task<LibroVerification> VerifyAsync(byte[] file, VerificationOptions? options = null) => LibroVerifier.VerifyAsync(new MemoryStream(file), options);

    private static Task<ImportResult> ImportAsync(byte[] file, IBookStore target) => LibroImport.ImportAsync(new MemoryStream(file), target);

    private static (FaultCode, long) Where(LibroVerification verified) => (verified.Result.Fault!.Code, verified.Result.Fault.Line ?? 0);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Async(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return Encoding.UTF8.GetBytes(text);
        }
    }
}
