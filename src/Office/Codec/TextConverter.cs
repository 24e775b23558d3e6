using System.Text.Json;
using System.Text.Json.Serialization;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Codec;

/// <summary>Prepares words that somebody typed, so that the registry can keep them when the act is entered, and answers with the reference.</summary>
/// <param name="words">In NFC, not blank.</param>
/// <param name="language">BCP 47, where it was given.</param>
/// <param name="retention">How long they must be kept.</param>
public delegate Text PrepareText(string words, string? language, Retention retention);

/// <summary>
/// Stored: the reference, <c>{"id","hash","retention"}</c>. Incoming, inside <see cref="Incoming"/>: the words themselves,
/// as a string or <c>{"words","language"}</c>; never a reference, which only the registry makes.
/// </summary>
internal sealed class TextConverter : JsonConverter<Text>
{
    public static readonly TextConverter Legal = new(Retention.Legal);

    public static readonly TextConverter Erasable = new(Retention.Erasable);

    // Reading is synchronous, so that what this thread is reading is what this thread has set.
    [ThreadStatic]
    private static PrepareText? prepare;

    private readonly Retention retention;

    private TextConverter(Retention retention) => this.retention = retention;

    /// <summary>Reads as incoming: words become references through the callback.</summary>
    public static T Incoming<T>(PrepareText callback, Func<T> read)
    {
        var before = prepare;
        prepare = callback;
        try
        {
            return read();
        }
        finally
        {
            prepare = before;
        }
    }

    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        prepare is { } callback ? Typed(ref reader, callback, options) : Stored(ref reader, options);

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Reference(value.Id, value.Hash, value.Retention), options);

    private static Text Stored(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var reference = JsonSerializer.Deserialize<Reference>(ref reader, options) ?? throw new JsonException();
        return new(reference.Id, reference.Hash, reference.Retention);
    }

    private Text Typed(ref Utf8JsonReader reader, PrepareText callback, JsonSerializerOptions options)
    {
        var typed = reader.TokenType == JsonTokenType.String
            ? new(JsonSerializer.Deserialize<string>(ref reader, options)!)
            : JsonSerializer.Deserialize<TypedWords>(ref reader, options) ?? throw new JsonException();
        return string.IsNullOrWhiteSpace(typed.Words) ? throw new JsonException() : callback(typed.Words, typed.Language, retention);
    }

    internal sealed record Reference(Guid Id, string Hash, Retention Retention);

    internal sealed record TypedWords(string Words, string? Language = null);
}
