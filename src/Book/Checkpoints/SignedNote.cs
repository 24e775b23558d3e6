using System.Buffers.Binary;
using System.Text;

namespace Autogestion.Book;

/// <summary>One signature line of a note.</summary>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.Span.CopyTo(bytes.AsSpan(4));
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }
}

/// <summary>A text with signature lines beneath (C2SP signed-note). Nothing in it may be believed before <see cref="VerifiedBy"/>.</summary>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Most signature lines that are read.</summary>
    public const int MaxSignatures = 100;

    /// <summary>Signs a text, which must end in a newline.</summary>
    public static SignedNote Sign(string text, params ReadOnlySpan<NoteSigner> signers)
    {
        var signatures = new List<NoteSignature>();
        foreach (var signer in signers) signatures.Add(signer.Sign(text));
        return Parse(new SignedNote(text, signatures).ToString());
    }

    /// <summary>The same note with one more signature.</summary>
    public SignedNote Countersign(NoteSigner signer) => this with { Signatures = [.. Signatures, signer.Sign(Text)] };

    /// <summary>
    /// The keys among <paramref name="keys"/> whose signature stands. Unknown keys are passed over; if a known key's signature
    /// does not verify, the whole note is refused: the answer is empty.
    /// </summary>
    public IReadOnlyList<NoteVerifier> VerifiedBy(IEnumerable<NoteVerifier> keys)
    {
        var text = Encoding.UTF8.GetBytes(Text);
        var verified = new List<NoteVerifier>();
        foreach (var key in keys)
        {
            var own = Signatures.Where(s => s.KeyId == key.KeyId && s.Name == key.Name).ToList();
            if (own.Exists(signature => !key.Verify(text, signature.Bytes.Span))) return [];
            if (own.Count > 0) verified.Add(key);
        }
        return verified;
    }

    /// <exception cref="FormatException">The text is not a signed note.</exception>
    public static SignedNote Parse(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || end + 2 == note.Length || !note.EndsWith('\n') || note.Any(c => c < ' ' && c != '\n') || HasLoneSurrogate(note))
            throw new FormatException("A signed note is a text, an empty line and signature lines.");
        var lines = note[(end + 2)..^1].Split('\n');
        if (lines.Length > MaxSignatures) throw new FormatException("A signed note has at most 100 signatures.");
        return new SignedNote(note[..(end + 1)], [.. lines.Select(ParseSignature)]);
    }

    public override string ToString() => Text + "\n" + string.Concat(Signatures.Select(s => s + "\n"));

    internal static bool IsKeyName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || c == '+' || c < ' ') && !HasLoneSurrogate(name);

    private static NoteSignature ParseSignature(string line)
    {
        var fields = line.Split(' ');
        if (fields is not ["—", var name, var text] || !IsKeyName(name)) throw new FormatException("A signature line is a dash, a key name and base64.");
        var bytes = Convert.FromBase64String(text);
        return bytes.Length > 4 && Convert.ToBase64String(bytes) == text
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4))
            : throw new FormatException("A signature is a key id of four bytes and what the key signed.");
    }

    internal static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
