using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Registry;

namespace Autogestion.Web;

/// <summary>The words behind the references of one page, read in one go.</summary>
public sealed class Words(IReadOnlyDictionary<Guid, TextReading> readings, Reader reader)
{
    /// <summary>Reads the words of these texts.</summary>
    public static async Task<Words> ReadAsync(Registry.Texts texts, CollectiveId collective, IEnumerable<Text?> references, Reader reader, CancellationToken cancellation = default) =>
        new(await texts.ReadManyAsync(collective, references.OfType<Text>().Select(text => text.Id).Distinct(), cancellation), reader);

    /// <summary>The words, or what is said where there are none any more.</summary>
    public string this[Text? text] => text is null ? "" : readings.GetValueOrDefault(text.Id) switch
    {
        TextReading.Legible legible when legible.Matches(text) => legible.Words,
        TextReading.Legible => reader["words.tampered"],
        TextReading.Erased => reader["words.erased"],
        _ => reader["words.absent"],
    };

    /// <summary>The language the words are written in, when it is not the reader's.</summary>
    public string? OtherLanguage(Text? text) =>
        text is not null && readings.GetValueOrDefault(text.Id) is TextReading.Legible legible && legible.Language != reader.Language ? legible.Language : null;
}
