using Autogestion.Registry;

namespace Autogestion.Office.Tests.Registry;

public sealed class InputLimitTests
{
    [Fact]
    public void Names_are_trimmed_normalised_and_bounded()
    {
        Assert.Equal("José", InputLimits.Name("  Jose\u0301 "));
        Assert.Equal(120, InputLimits.Name(new string('ñ', 120)).Length);
        Refused(InputField.Name, InputRule.TooShort, () => InputLimits.Name("   "));
        Refused(InputField.Name, InputRule.TooLong, () => InputLimits.Name(new string('ñ', 121)));
        Refused(InputField.Name, InputRule.TooLong, () => InputLimits.Name(new string('ñ', 1_000_000)));
        Refused(InputField.Name, InputRule.NotAllowedCharacters, () => InputLimits.Name("Rosa\nQuiroga"));
        Refused(InputField.Name, InputRule.NotAllowedCharacters, () => InputLimits.Name("Rosa\0Quiroga"));
        Refused(InputField.Name, InputRule.NotAllowedCharacters, () => InputLimits.Name("Rosa \u202Eagoriuq"));
        Refused(InputField.Name, InputRule.NotAllowedCharacters, () => InputLimits.Name("Rosa \uD800"));
    }

    [Fact]
    public void Optional_fields_may_be_empty_but_not_anything()
    {
        Assert.Null(InputLimits.Document(" "));
        Assert.Null(InputLimits.Phone(null));
        Assert.Null(InputLimits.Email(""));
        Assert.Equal("+54 (11) 5555-0101", InputLimits.Phone("+54 (11) 5555-0101"));
        Refused(InputField.Document, InputRule.TooLong, () => InputLimits.Document(new string('1', 41)));
        Refused(InputField.Phone, InputRule.TooShort, () => InputLimits.Phone("1234"));
        Refused(InputField.Phone, InputRule.NotAllowedCharacters, () => InputLimits.Phone("llamar a Ana"));
        Refused(InputField.Phone, InputRule.TooLong, () => InputLimits.Phone(new string('1', 33)));
        Refused(InputField.Email, InputRule.NotRecognised, () => InputLimits.Email("rosa"));
        Refused(InputField.Email, InputRule.NotRecognised, () => InputLimits.Email("rosa@taller@example"));
        Refused(InputField.Email, InputRule.TooLong, () => InputLimits.Email(new string('a', 250) + "@b.ar"));
    }

    [Fact]
    public void Words_keep_their_lines_and_are_bounded()
    {
        Assert.Equal("uno\ndos\n\ttres", InputLimits.Words("uno\r\ndos\n\ttres"));
        Assert.Equal(20_000, InputLimits.Words(new string('a', 20_000)).Length);
        Refused(InputField.Words, InputRule.TooLong, () => InputLimits.Words(new string('a', 20_001)));
        Refused(InputField.Words, InputRule.TooShort, () => InputLimits.Words(""));
        Refused(InputField.Words, InputRule.NotAllowedCharacters, () => InputLimits.Words("campana\a"));
    }

    [Fact]
    public void Languages_have_the_shape_of_a_tag()
    {
        Assert.Equal("es-AR", InputLimits.TextLanguage("es-AR"));
        Assert.Equal("en", InputLimits.PageLanguage("en"));
        Refused(InputField.Language, InputRule.NotRecognised, () => InputLimits.PageLanguage("es-AR"));
        Refused(InputField.Language, InputRule.NotRecognised, () => InputLimits.TextLanguage("e"));
        Refused(InputField.Language, InputRule.NotRecognised, () => InputLimits.TextLanguage("es/../x"));
    }

    static void Refused(InputField field, InputRule rule, Func<object?> check)
    {
        var refused = Assert.Throws<InvalidInputException>(check);
        Assert.Equal((field, rule), (refused.Field, refused.Rule));
        Assert.Equal($"{field}: {rule}", refused.Message);
    }
}
