// A state in a word, told apart by shape as well as by colour.

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Look;

/// <summary>How a thing stands.</summary>
public enum ChipState
{
    /// <summary>Happening now: solid.</summary>
    Open,

    /// <summary>Will come, or waits for somebody: hollow.</summary>
    Waiting,

    /// <summary>Done or carried: with a check.</summary>
    Done,

    /// <summary>Lost, refused or recalled: with a cross.</summary>
    Lost,

    /// <summary>Past its date: red, with a warning.</summary>
    Late,

    /// <summary>Set aside, void or ended: dotted.</summary>
    Off,
}

/// <summary><c>&lt;chip state="Open"&gt;Voting open&lt;/chip&gt;</c></summary>
public sealed class ChipTagHelper : TagHelper
{
    public ChipState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "chip " + State.ToString().ToLowerInvariant());
        if (Icon is { } icon)
            output.Content.AppendHtml(Icons.Svg(icon));
        output.Content.AppendHtml(word);
    }

    string? Icon => State switch
    {
        ChipState.Done => "check",
        ChipState.Lost => "cross",
        ChipState.Late => "warning",
        _ => null,
    };
}
