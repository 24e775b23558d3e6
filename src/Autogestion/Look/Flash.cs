// A message that survives one redirect.

using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Autogestion.Look;

/// <summary>Tells the person, on the next page, that something was entered and where.</summary>
public static class Flash
{
    const string Words = "flash", Position = "flash.position", Href = "flash.href";

    /// <summary>Leaves a message for the next page.</summary>
    public static void Tell(this ITempDataDictionary data, string words, long? position = null, string? href = null)
    {
        data[Words] = words;
        if (position is { } entered)
            data[Position] = entered.ToString(CultureInfo.InvariantCulture);
        if (href is not null)
            data[Href] = href;
    }

    /// <summary>Takes the message, if there is one.</summary>
    public static FlashView? Told(this ITempDataDictionary data) => data[Words] is string words
        ? new FlashView(words, long.TryParse(data[Position] as string, CultureInfo.InvariantCulture, out var position) ? position : null, data[Href] as string)
        : null;
}
