using System.Text.Json;

namespace Autogestion.Book;

/// <summary>What an export file says of itself, and whether it is so.</summary>
/// <param name="IsPublic">The file was written for the public: entries may be withheld.</param>
/// <param name="Checkpoint">The signed checkpoint; nothing, if the file is damaged before it could be read.</param>
/// <param name="Keys">The keys that the file names. They prove only that the file agrees with itself: the caller must know them from the book or from elsewhere.</param>
/// <param name="Texts">How many attached texts there are.</param>
public sealed record LibroVerification(Verification Result, bool IsPublic, SignedNote? Checkpoint, IReadOnlyList<NoteVerifier> Keys, long Texts);

/// <summary>Verifies an export file line by line, and names the first wrong line.</summary>
public sealed class LibroVerifier
{
    private const int ReportEvery = 4096;

    private readonly LineReader lines;
    private readonly VerificationOptions options;
    private readonly List<LineCheck> unsealed = [];
    private readonly List<NoteVerifier> keys = [];
    private LibroLines.Header? header;
    private SignedNote? note;
    private Checkpoint? checkpoint;
    private BookVerifier? verifier;
    private long sealedSize;
    private long texts;

    private LibroVerifier(Stream file, VerificationOptions options)
    {
        lines = new LineReader(file);
        this.options = options;
    }

    /// <summary>Reads a file from where the stream stands to its end. Given keys, one of them must have signed; else one that the file names.</summary>
    public static async Task<LibroVerification> VerifyAsync(Stream file, VerificationOptions? options = null, CancellationToken cancellation = default)
    {
        var libro = new LibroVerifier(file, options ?? VerificationOptions.None);
        var fault = await libro.VerifyAsync(cancellation);
        var (size, root, withheld) = libro.verifier is { } v ? (v.Size, v.Root(), v.Withheld) : (0, Merkle.EmptyRoot, 0);
        var book = libro.checkpoint?.Book ?? (BookId.IsValid(libro.header?.Book) ? new BookId(libro.header!.Book) : default);
        return new LibroVerification(
            new Verification(book, size, root, withheld, fault), libro.header?.Audience == LibroLines.Public, libro.note, libro.keys, libro.texts);
    }

    private async Task<Fault?> VerifyAsync(CancellationToken cancellation)
    {
        var (fault, line) = await VerifyHeadAsync(cancellation);
        if (fault is not null) return fault;
        verifier = new BookVerifier(checkpoint!.Book!.Value);
        foreach (var since in options.Since) verifier.Expect(since.Size, since.Root, FaultCode.DiffersFromOlder);
        await using var older = new OlderCopy(options.Older, cancellation);
        for (; line is { } entry && IsBody(entry.Span); line = await lines.ReadAsync(cancellation))
        {
            if (VerifyBody(entry, out var leaf) is { } wrong) return await EarlierAsync(wrong, entry, cancellation);
            if (leaf is { } hash && await older.DiffersAsync(hash)) return At(new Fault(FaultCode.DiffersFromOlder, verifier.Size));
            if (leaf is not null && verifier.Size % ReportEvery == 0) options.Progress?.Report(verifier.Size);
        }
        if (line is null) return Broken();
        return VerifyWhole(line.Value.Span) ?? (await older.IsLongerAsync() ? new Fault(FaultCode.Shorter, verifier.Size + 1) : null) ?? await VerifyTailAsync(line, cancellation);
    }

    private static bool IsBody(ReadOnlySpan<byte> line) => LibroLines.IsEntry(line) || LibroLines.IsLeaf(line) || LibroLines.IsSeal(line);

    private static bool IsTail(ReadOnlySpan<byte> line) => LibroLines.IsText(line) || LibroLines.IsEnd(line);

    /// <summary>Header, checkpoint and keys; answers with the line that follows them.</summary>
    private async Task<(Fault? Fault, ReadOnlyMemory<byte>? Next)> VerifyHeadAsync(CancellationToken cancellation)
    {
        var line = await lines.ReadAsync(cancellation);
        if (line is null) return (Broken(), null);
        header = LibroLines.Read<LibroLines.Header>(line.Value.Span);
        if (header is not { Format: LibroLines.Format, Audience: LibroLines.Full or LibroLines.Public }) return (Wrong(FaultCode.WrongHeader, 1), null);

        line = await lines.ReadAsync(cancellation);
        if (line is null) return (Broken(), null);
        if (!TryReadCheckpoint(line.Value.Span)) return (Wrong(FaultCode.WrongNote, 2), null);

        for (line = await lines.ReadAsync(cancellation); line is { } key && LibroLines.IsKey(key.Span); line = await lines.ReadAsync(cancellation))
            if (!TryReadKey(key.Span)) return (Wrong(FaultCode.WrongLine, lines.Number), null);

        if (line is null) return (Broken(), null);
        if (keys.Count == 0 || !(IsBody(line.Value.Span) || IsTail(line.Value.Span))) return (Wrong(FaultCode.WrongLine, lines.Number), null);
        if (note!.VerifiedBy(options.Keys.Count > 0 ? options.Keys : keys).Count == 0) return (Wrong(FaultCode.WrongSignature, 2), null);
        if (header.Book != checkpoint!.Book!.Value.Value || header.Size != checkpoint.Size || header.Root != checkpoint.Root.ToString())
            return (Wrong(FaultCode.WrongHeader, 1), null);
        return (null, line);
    }

    private bool TryReadCheckpoint(ReadOnlySpan<byte> line)
    {
        try
        {
            if (LibroLines.Read<LibroLines.CheckpointLine>(line) is not { } read) return false;
            note = SignedNote.Parse(read.Checkpoint);
            checkpoint = Checkpoint.Parse(note.Text);
            return checkpoint.Book is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>A key bears the name of its book, of whatever epoch. Where header and checkpoint do not agree which that is, the signature will tell.</summary>
    private bool TryReadKey(ReadOnlySpan<byte> line)
    {
        try
        {
            if (LibroLines.Read<LibroLines.KeyLine>(line) is not { } read) return false;
            var key = NoteVerifier.Parse(read.Key);
            keys.Add(key);
            return new Checkpoint(key.Name, 0, Merkle.EmptyRoot, []).Book == checkpoint!.Book || header!.Book != checkpoint.Book!.Value.Value;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>One entry, withheld entry or seal.</summary>
    private Fault? VerifyBody(ReadOnlyMemory<byte> line, out Hash? leaf)
    {
        leaf = null;
        if (LibroLines.IsSeal(line.Span)) return VerifySeal(LibroLines.Read<LibroLines.Seal>(line.Span));
        if (unsealed.Count == LibroLines.SealEvery || verifier!.Size == checkpoint!.Size) return At(new Fault(FaultCode.WrongLine, verifier!.Size + 1));
        Hash hash;
        if (LibroLines.IsEntry(line.Span))
        {
            if (verifier.Accept(line, out hash) is { } fault) return At(fault);
        }
        else
        {
            if (header!.Audience != LibroLines.Public || LibroLines.Read<LibroLines.Leaf>(line.Span) is not { } withheld || !Hash.TryParse(withheld.Hash, out hash))
                return At(new Fault(FaultCode.WrongLine, verifier.Size + 1));
            if (verifier.AcceptWithheld(hash) is { } fault) return At(fault);
        }
        leaf = hash;
        unsealed.Add(LibroLines.IsEntry(line.Span) ? LineCheck.OfEntry(hash) : LineCheck.Of(line.Span));
        return null;
    }

    /// <summary>If the root stands, the entries above are whole and only the seal can be wrong; if it does not, the first line whose check differs is.</summary>
    private Fault? VerifySeal(LibroLines.Seal? seal)
    {
        var wrongSeal = At(new Fault(FaultCode.WrongSeal, verifier!.Size));
        if (seal is null || seal.Size != verifier.Size || unsealed.Count == 0 || LineCheck.Split(seal.Lines, unsealed.Count) is not { } claimed) return wrongSeal;
        var rootStands = seal.Root == verifier.Root().ToString();
        var first = FirstDifference(claimed);
        if (first >= 0) return rootStands ? wrongSeal : WrongAbove(first);
        if (!rootStands) return wrongSeal;
        unsealed.Clear();
        sealedSize = verifier.Size;
        return null;
    }

    /// <summary>
    /// A rule was broken at a line, but the cause may stand above it: a damaged act id or count of parts shows only in the next entry.
    /// The next seal knows; if it cannot be reached, the fault stays where it showed.
    /// </summary>
    private async Task<Fault> EarlierAsync(Fault fault, ReadOnlyMemory<byte> at, CancellationToken cancellation)
    {
        if (LibroLines.IsSeal(at.Span)) return fault;
        var (line, above) = (lines.Number, unsealed.Count);
        for (ReadOnlyMemory<byte>? next = at; next is { } read && unsealed.Count <= LibroLines.SealEvery; next = await lines.ReadAsync(cancellation))
        {
            if (LibroLines.IsSeal(read.Span))
            {
                if (LibroLines.Read<LibroLines.Seal>(read.Span) is not { } seal || LineCheck.Split(seal.Lines, unsealed.Count) is not { } claimed) return fault;
                var first = FirstDifference(claimed);
                return first >= 0 && first < above ? WrongAbove(first) with { Line = line - above + first } : fault;
            }
            unsealed.Add(LineCheck.Of(read.Span));
        }
        return fault;
    }

    private int FirstDifference(IReadOnlyList<LineCheck> claimed)
    {
        for (var i = 0; i < claimed.Count; i++)
            if (claimed[i] != unsealed[i]) return i;
        return -1;
    }

    /// <summary>The line of an entry since the last seal: they stand one below the other, right above this line.</summary>
    private Fault WrongAbove(int index) => new(FaultCode.WrongHash, sealedSize + index + 1) { Line = lines.Number - unsealed.Count + index };

    /// <summary>All entries are read: are they what the checkpoint seals?</summary>
    private Fault? VerifyWhole(ReadOnlySpan<byte> next)
    {
        var size = verifier!.Size;
        if (unsealed.Count > 0 || !IsTail(next)) return At(new Fault(FaultCode.WrongLine, size + 1));
        if (size < checkpoint!.Size) return At(new Fault(FaultCode.Truncated, size + 1, checkpoint.Size) { Expected = checkpoint.Size, Found = size });
        return verifier.Root() != checkpoint.Root ? new Fault(FaultCode.WrongRoot, 1, size) { Line = 2 } : verifier.Finish();
    }

    private async Task<Fault?> VerifyTailAsync(ReadOnlyMemory<byte>? line, CancellationToken cancellation)
    {
        for (; line is { } text && LibroLines.IsText(text.Span); line = await lines.ReadAsync(cancellation))
        {
            if (LibroLines.Read<LibroLines.Text>(text.Span) is not { Content.ValueKind: JsonValueKind.Object } read || LineCheck.OfText(read.Content) != read.Hash)
                return Wrong(FaultCode.WrongText, lines.Number);
            texts++;
        }
        if (line is null) return Broken();
        if (LibroLines.Read<LibroLines.End>(line.Value.Span) is not { } end || end.Entries != verifier!.Size) return Wrong(FaultCode.WrongLine, lines.Number);
        if (end.Texts != texts) return Wrong(FaultCode.WrongLine, lines.Number) with { Expected = texts, Found = end.Texts };
        line = await lines.ReadAsync(cancellation);
        return line is not null ? Wrong(FaultCode.WrongLine, lines.Number) : lines.IsBroken ? Wrong(FaultCode.WrongLine, lines.Number + 1) : null;
    }

    private static bool TryDecode(string base64, out byte[] bytes)
    {
        bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out _);
    }

    private Fault At(Fault fault) => fault with { Line = lines.Number };

    private Fault Wrong(FaultCode code, long line) => new(code, (verifier?.Size ?? 0) + 1) { Line = line };

    private Fault Broken() => Wrong(FaultCode.Truncated, lines.Number + 1);
}
