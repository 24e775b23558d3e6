// Who is reading: language, country and time zone. Pages know it as T.

using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Autogestion.Look;

/// <summary>
/// The reader of a page: gives texts in their language and writes figures, dates and hours as their country does.
/// One per request; <see cref="At"/> is called when the collective is known.
/// </summary>
public sealed partial class Reader
{
    /// <summary>The country until a collective says otherwise.</summary>
    public const string FirstCountry = "AR";

    /// <summary>The time zone until a collective says otherwise.</summary>
    public const string FirstZone = "America/Argentina/Buenos_Aires";

    /// <param name="language">A language of <see cref="Look.Texts.Languages"/>; any other falls back to the first.</param>
    /// <param name="country">ISO 3166 code of two letters.</param>
    /// <param name="zone">Time zone in which hours are shown.</param>
    public Reader(string language, string country = FirstCountry, DateTimeZone? zone = null)
    {
        Texts = Texts.For(language);
        Country = country;
        Zone = zone ?? DateTimeZoneProviders.Tzdb[FirstZone];
        Culture = CultureOf(Language, country);
    }

    /// <summary>All texts of the language.</summary>
    public Texts Texts { get; }

    /// <summary>Two-letter code of the language.</summary>
    public string Language => Texts.Language;

    /// <summary>Two-letter code of the country whose way of writing is used.</summary>
    public string Country { get; private set; }

    /// <summary>The zone in which hours are shown.</summary>
    public DateTimeZone Zone { get; private set; }

    /// <summary>How numbers and dates are written.</summary>
    public CultureInfo Culture { get; private set; }

    /// <summary>A text without placeholders.</summary>
    public string this[string key] => Texts[key];

    /// <summary>A text with its placeholders filled.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> values] => Texts.Say(key, Culture, values);

    /// <summary>Reads on in the manner of a collective's country and time zone.</summary>
    public void At(string country, DateTimeZone zone)
    {
        Country = country;
        Zone = zone;
        Culture = CultureOf(Language, country);
    }

    /// <summary>The singular or plural of a text, with <c>{count}</c> filled.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Texts.Count(key, count, Culture, values);

    /// <summary>A text whose placeholders may be markup (a link, a bold figure); all else is encoded.</summary>
    public IHtmlContent Html(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var content = new HtmlContentBuilder();
        var text = Texts[key];
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
                return content.Append(text[at..]);
            content.Append(text[at..open]);
            content.AppendHtml(Markup(text[(open + 1)..close], values));
            at = close + 1;
        }
        return content;
    }

    IHtmlContent Markup(string name, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var value in values)
            if (value.Name == name)
                return value.Value as IHtmlContent ?? new HtmlContentBuilder().Append(value.Value switch
                {
                    int or long or short => Number(Convert.ToInt64(value.Value, CultureInfo.InvariantCulture)),
                    decimal number => Number(number),
                    var other => Convert.ToString(other, Culture) ?? "",
                });
        return new HtmlContentBuilder().Append("{" + name + "}");
    }

    /// <summary>Words set bold, to be put into <see cref="Html"/>.</summary>
    public static IHtmlContent Bold(string words)
    {
        var bold = new TagBuilder("b");
        bold.InnerHtml.Append(words);
        return bold;
    }

    /// <summary>A link, to be put into <see cref="Html"/>.</summary>
    public static IHtmlContent Link(string words, string href)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.InnerHtml.Append(words);
        return link;
    }

    static CultureInfo CultureOf(string language, string country)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(language == "en" ? "en" : $"{language}-{country}").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberNegativePattern = 1;
        return CultureInfo.ReadOnly(culture);
    }
}
