using System.Text.Json;
using System.Text.Unicode;

namespace Autogestion.Book;

/// <summary>Why bytes are not an envelope.</summary>
public enum EnvelopeFault
{
    None,
    /// <summary>Empty, longer than <see cref="EnvelopeCodec.MaxBytes"/>, not UTF-8, or not one line from brace to brace.</summary>
    NotOneLine,
    /// <summary>Not JSON, or nested too deeply.</summary>
    NotJson,
    /// <summary>A member is missing, unknown, repeated, or out of its place.</summary>
    WrongMember,
    /// <summary>A member's value has the wrong type, is out of range, or is spelled in another than the one form.</summary>
    WrongValue,
}

/// <summary>Reads envelopes in the order in which they are written, without building a tree.</summary>
internal static class EnvelopeReader
{
    public static EnvelopeFault TryRead(ReadOnlyMemory<byte> bytes, out Envelope? envelope)
    {
        envelope = null;
        var span = bytes.Span;
        if (span.Length is < 2 or > EnvelopeCodec.MaxBytes || span[0] != '{' || span[^1] != '}' || span.ContainsAny((byte)'\n', (byte)'\r') || !Utf8.IsValid(span))
            return EnvelopeFault.NotOneLine;
        try
        {
            var members = new Members(bytes);
            envelope = members.Read();
            return members.Fault;
        }
        catch (JsonException)
        {
            return EnvelopeFault.NotJson;
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to text that is valid UTF-8 but not a valid string, such as a lone surrogate written as an escape.
            return EnvelopeFault.WrongValue;
        }
    }

    private ref struct Members(ReadOnlyMemory<byte> bytes)
    {
        private Utf8JsonReader json = new(bytes.Span, new JsonReaderOptions { MaxDepth = 64 });

        public EnvelopeFault Fault { get; private set; }

        public Envelope? Read()
        {
            json.Read();
            json.Read();
            var book = Required("book"u8) ? Text() : "";
            var position = Required("position"u8) ? Number() : 0;
            var act = Required("act"u8) ? Id() : default;
            var part = Required("part"u8) ? Number() : 0;
            var parts = Required("parts"u8) ? Number() : 0;
            var salt = Required("salt"u8) ? SaltValue() : default;
            var entered = Required("entered"u8) ? Instant() : default;
            DateTimeOffset? happened = Optional("happened"u8) ? Instant() : null;
            var author = Optional("author"u8) ? Text() : null;
            var authority = Required("authority"u8) ? Raw() : default;
            var audience = Required("audience"u8) ? Text() : "";
            var kind = Required("kind"u8) ? Text() : "";
            var version = Required("version"u8) ? Number() : 0;
            var data = Required("data"u8) ? Raw() : default;
            var asked = Optional("asked"u8) ? Raw() : default;
            var assertion = Optional("assertion"u8) ? Raw() : default;
            var countersignatures = Optional("countersignatures"u8) ? Raw() : default;
            var letter = Optional("letter"u8) ? Raw() : default;
            if (Fault == EnvelopeFault.None && json.TokenType != JsonTokenType.EndObject) Fault = EnvelopeFault.WrongMember;
            if (Fault == EnvelopeFault.None && json.Read()) Fault = EnvelopeFault.NotJson;
            if (Fault == EnvelopeFault.None
                && !(BookId.IsValid(book) && position >= 1 && part >= 1 && part <= parts && parts <= int.MaxValue && version is >= 1 and <= int.MaxValue))
                Fault = EnvelopeFault.WrongValue;
            return Fault != EnvelopeFault.None ? null : new Envelope
            {
                Book = new BookId(book),
                Position = position,
                Act = act,
                Part = (int)part,
                Parts = (int)parts,
                Salt = salt,
                Entered = entered,
                Happened = happened,
                Author = author,
                Authority = authority,
                Audience = audience,
                Kind = kind,
                Version = (int)version,
                Data = data,
                Asked = asked,
                Assertion = assertion,
                Countersignatures = countersignatures,
                Letter = letter,
            };
        }

        private bool Optional(ReadOnlySpan<byte> name)
        {
            if (Fault != EnvelopeFault.None || json.TokenType != JsonTokenType.PropertyName || !json.ValueSpan.SequenceEqual(name)) return false;
            json.Read();
            return true;
        }

        private bool Required(ReadOnlySpan<byte> name)
        {
            if (Optional(name)) return true;
            Wrong(EnvelopeFault.WrongMember);
            return false;
        }

        private string Text()
        {
            var text = json.TokenType == JsonTokenType.String ? json.GetString()! : "";
            if (text.Length == 0) Wrong(EnvelopeFault.WrongValue);
            json.Read();
            return text;
        }

        private long Number()
        {
            var value = 0L;
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out value)) Wrong(EnvelopeFault.WrongValue);
            json.Read();
            return value;
        }

        private Guid Id()
        {
            var value = Guid.Empty;
            Span<byte> again = stackalloc byte[36];
            if (!PlainString() || !json.TryGetGuid(out value) || !value.TryFormat(again, out _) || !again.SequenceEqual(json.ValueSpan))
                Wrong(EnvelopeFault.WrongValue);
            json.Read();
            return value;
        }

        private Salt SaltValue()
        {
            Salt value = default;
            if (!PlainString() || !Salt.TryParse(json.ValueSpan, out value)) Wrong(EnvelopeFault.WrongValue);
            json.Read();
            return value;
        }

        /// <summary>RFC 3339 in UTC, to the second or with one to seven digits after it, the last of them not zero.</summary>
        private DateTimeOffset Instant()
        {
            var value = default(DateTimeOffset);
            var text = json.ValueSpan;
            var spelled = PlainString() && text.Length is 20 or (>= 22 and <= 28) && text[^1] == 'Z' && (text.Length == 20 || text[^2] != '0');
            if (!spelled || !json.TryGetDateTimeOffset(out value)) Wrong(EnvelopeFault.WrongValue);
            json.Read();
            return value;
        }

        private ReadOnlyMemory<byte> Raw()
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            var value = bytes[start..(int)json.BytesConsumed];
            json.Read();
            return value;
        }

        private readonly bool PlainString() => json.TokenType == JsonTokenType.String && !json.ValueIsEscaped;

        private void Wrong(EnvelopeFault fault)
        {
            if (Fault == EnvelopeFault.None) Fault = fault;
        }
    }
}
