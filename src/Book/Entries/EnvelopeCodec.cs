using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Autogestion.Book;

/// <summary>
/// The one written form of an envelope: a JSON object on one line, members in a fixed order, absent members left out.
/// What is written here is sealed for ever, so this form never changes; only members at the end may be added.
/// </summary>
public static class EnvelopeCodec
{
    /// <summary>Most bytes that one entry may have.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonWriterOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    /// <summary>The bytes to seal.</summary>
    /// <exception cref="FormatException">A member is out of range, or a raw member is not one JSON value on one line.</exception>
    public static byte[] Write(Envelope envelope) => Write(envelope, out _);

    /// <summary>The same, with the envelope as it reads back from those very bytes.</summary>
    internal static byte[] Write(Envelope envelope, out Envelope readBack)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + envelope.Data.Length);
        using (var json = new Utf8JsonWriter(buffer, Form)) WriteTo(json, envelope);
        var bytes = buffer.WrittenSpan;
        if (bytes.Length > MaxBytes) throw new FormatException($"An entry has at most {MaxBytes} bytes; this one has {bytes.Length}.");
        var kept = bytes.ToArray();
        if (EnvelopeReader.TryRead(kept, out var read) is var fault and not EnvelopeFault.None)
            throw new FormatException($"The envelope cannot be sealed: {fault}.");
        readBack = read!;
        return kept;
    }

    /// <summary>Reads sealed bytes, strictly: one spelling only, nothing unknown, nothing twice, nothing missing.</summary>
    /// <exception cref="FormatException">The bytes are not an envelope.</exception>
    public static Envelope Read(ReadOnlyMemory<byte> bytes) =>
        EnvelopeReader.TryRead(bytes, out var envelope) is var fault and not EnvelopeFault.None
            ? throw new FormatException($"The bytes are not an envelope: {fault}.")
            : envelope!;

    /// <summary>As <see cref="Read"/>, but answers with what is wrong.</summary>
    public static EnvelopeFault TryRead(ReadOnlyMemory<byte> bytes, out Envelope? envelope) => EnvelopeReader.TryRead(bytes, out envelope);

    private static void WriteTo(Utf8JsonWriter json, Envelope envelope)
    {
        Span<byte> salt = stackalloc byte[Salt.TextLength];
        envelope.Salt.WriteTo(salt);
        json.WriteStartObject();
        json.WriteString("book"u8, envelope.Book.Value);
        json.WriteNumber("position"u8, envelope.Position);
        json.WriteString("act"u8, envelope.Act);
        json.WriteNumber("part"u8, envelope.Part);
        json.WriteNumber("parts"u8, envelope.Parts);
        json.WriteString("salt"u8, salt);
        json.WriteString("entered"u8, envelope.Entered.UtcDateTime);
        if (envelope.Happened is { } happened) json.WriteString("happened"u8, happened.UtcDateTime);
        if (envelope.Author is { } author) json.WriteString("author"u8, author);
        WriteRaw(json, "authority"u8, envelope.Authority);
        json.WriteString("audience"u8, envelope.Audience);
        json.WriteString("kind"u8, envelope.Kind);
        json.WriteNumber("version"u8, envelope.Version);
        WriteRaw(json, "data"u8, envelope.Data);
        if (!envelope.Asked.IsEmpty) WriteRaw(json, "asked"u8, envelope.Asked);
        if (!envelope.Assertion.IsEmpty) WriteRaw(json, "assertion"u8, envelope.Assertion);
        if (!envelope.Countersignatures.IsEmpty) WriteRaw(json, "countersignatures"u8, envelope.Countersignatures);
        if (!envelope.Letter.IsEmpty) WriteRaw(json, "letter"u8, envelope.Letter);
        json.WriteEndObject();
    }

    /// <summary>Raw values are checked as one JSON value of their own: two halves must not be able to break out of their member.</summary>
    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        json.WritePropertyName(name);
        try
        {
            json.WriteRawValue(value.Span, skipInputValidation: false);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException($"The member {System.Text.Encoding.ASCII.GetString(name)} is not one JSON value.", e);
        }
    }
}
