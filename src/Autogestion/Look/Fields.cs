// Form fields with label, hint and error in one piece. What was typed comes back when the act was refused.

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Look;

/// <summary>
/// <c>&lt;field name="place" label="…" hint="…" value="…"&gt;</c>. Types: any of HTML's, and <c>textarea</c> and <c>select</c>
/// (with <c>options</c>). Further attributes (<c>required</c>, <c>inputmode</c>, <c>autocomplete</c>, <c>min</c>…) go to the control.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(Reader reader) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public required string Name { get; set; }

    public required string Label { get; set; }

    /// <summary>What is expected, said before and not after.</summary>
    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    /// <summary>An error of ours; those of the model state are shown by themselves.</summary>
    public string? Error { get; set; }

    /// <summary>Shown after the control: hours, %, kg.</summary>
    public string? Unit { get; set; }

    /// <summary>What a <c>select</c> offers: what is sent, and what is read.</summary>
    public IEnumerable<(string Value, string Words)> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute whose expression gives nothing arrives as empty text.
        (Hint, Unit, Error) = (Said(Hint), Said(Unit), Said(Error));
        var (id, entry) = (TagBuilder.CreateSanitizedId(Name, "-"), View.ModelState[Name]);
        var error = Error ?? entry?.Errors.FirstOrDefault()?.ErrorMessage;
        var control = Control(entry?.AttemptedValue ?? Posted ?? Value);
        foreach (var attribute in output.Attributes)
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        var required = control.Attributes.ContainsKey("required");
        control.Attributes["id"] = id;
        control.Attributes["name"] = Name;
        var described = string.Join(' ', new[] { Hint is null ? null : id + "-hint", error is null ? null : id + "-error" }.OfType<string>());
        if (described.Length > 0)
            control.Attributes["aria-describedby"] = described;
        if (error is not null)
            control.Attributes["aria-invalid"] = "true";

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.Content.AppendHtml($"<label for=\"{id}\">").Append(Label);
        if (!required)
            output.Content.AppendHtml(" <span class=\"optional\">").Append(reader["forms.optional"]).AppendHtml("</span>");
        output.Content.AppendHtml("</label>");
        if (Hint is not null)
            output.Content.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        if (error is not null)
            output.Content.AppendHtml($"<p class=\"error\" id=\"{id}-error\">").AppendHtml(Icons.Svg("warning")).Append(error).AppendHtml("</p>");
        if (Unit is not null)
            output.Content.AppendHtml("<div class=\"with-unit\">").AppendHtml(control).AppendHtml("<span>").Append(Unit).AppendHtml("</span></div>");
        else
            output.Content.AppendHtml(control);
    }

    // What was typed into a row of a form, which no model takes.
    string? Posted => View.HttpContext.Request is { HasFormContentType: true } request && request.Form.TryGetValue(Name, out var typed) ? typed.ToString() : null;

    static string? Said(string? words) => string.IsNullOrEmpty(words) ? null : words;

    TagBuilder Control(string? value)
    {
        var control = new TagBuilder(Type is "textarea" or "select" ? Type : "input");
        switch (Type)
        {
            case "textarea":
                control.Attributes["rows"] = "4";
                control.InnerHtml.Append(value ?? "");
                break;
            case "select":
                foreach (var option in Options)
                    control.InnerHtml.AppendHtml(Option(option.Value, option.Words, option.Value == value));
                break;
            default:
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = Type;
                if (value is not null && Type is not "password" and not "file")
                    control.Attributes["value"] = value;
                break;
        }
        return control;
    }

    static TagBuilder Option(string value, string words, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(words);
        return option;
    }
}

/// <summary><c>&lt;choice name="kind" value="secret" label="…" hint="…"&gt;</c>: one radio button or, with <c>many</c>, one box to tick.</summary>
[HtmlTargetElement("choice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public required string Name { get; set; }

    public string Value { get; set; } = "true";

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>A box to tick instead of a radio button.</summary>
    public bool Many { get; set; }

    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId($"{Name}-{Value}", "-");
        var attempted = View.ModelState[Name]?.AttemptedValue?.Split(',');
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes)
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        input.Attributes["type"] = Many ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = Value;
        if (attempted?.Contains(Value) ?? Checked)
            input.Attributes["checked"] = "checked";
        if (Hint is not null)
            input.Attributes["aria-describedby"] = id + "-hint";

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "choice");
        output.Content.AppendHtml(input).AppendHtml($"<label for=\"{id}\">").Append(Label).AppendHtml("</label>");
        if (Hint is not null)
            output.Content.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
    }
}
