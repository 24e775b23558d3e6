using System.Text;

namespace Autogestion.Registry;

/// <summary>
/// The limits of every field, in characters as a person counts UTF-16 units. Each check returns the value in the form that is
/// kept (NFC; single-line fields trimmed) or throws <see cref="InvalidInputException"/>.
/// </summary>
public static class InputLimits
{
    public const int NameMax = 120;
    public const int DocumentMax = 40;
    public const int PhoneMin = 5;
    public const int PhoneMax = 32;
    public const int EmailMax = 254;
    public const int LoginMin = 3;
    public const int LoginMax = 64;
    public const int PasswordMin = 10;
    public const int PasswordMax = 256;
    public const int WordsMax = 20_000;
    public const int PasskeyNameMax = 64;
    public const int LanguageMax = 12;

    /// <summary>The languages the pages speak.</summary>
    public static readonly IReadOnlySet<string> PageLanguages = new HashSet<string>(StringComparer.Ordinal) { "es", "en" };

    public static string Name(string value) => Line(value, InputField.Name, 1, NameMax);

    public static string? Document(string? value) => Optional(value, v => Line(v, InputField.Document, 1, DocumentMax));

    public static string? Phone(string? value) => Optional(value, v =>
    {
        var phone = Line(v, InputField.Phone, PhoneMin, PhoneMax);
        return phone.All(c => char.IsAsciiDigit(c) || "+-(). /".Contains(c, StringComparison.Ordinal))
            ? phone
            : throw new InvalidInputException(InputField.Phone, InputRule.NotAllowedCharacters);
    });

    public static string? Email(string? value) => Optional(value, v =>
    {
        var email = Line(v, InputField.Email, 3, EmailMax);
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && !email.Contains(' ', StringComparison.Ordinal)
            ? email
            : throw new InvalidInputException(InputField.Email, InputRule.NotRecognised);
    });

    public static string LoginName(string value)
    {
        var name = Line(value, InputField.LoginName, LoginMin, LoginMax);
        return name.All(c => char.IsLetterOrDigit(c) || "-._@+".Contains(c, StringComparison.Ordinal))
            ? name
            : throw new InvalidInputException(InputField.LoginName, InputRule.NotAllowedCharacters);
    }

    /// <summary>Words typed by people: line breaks and tabs are theirs, other control characters are not.</summary>
    public static string Words(string value)
    {
        var words = Normalised(value, InputField.Words, WordsMax).ReplaceLineEndings("\n");
        Length(words, InputField.Words, 1, WordsMax);
        return words.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? throw new InvalidInputException(InputField.Words, InputRule.NotAllowedCharacters)
            : words;
    }

    public static string PageLanguage(string value) => PageLanguages.Contains(value)
        ? value
        : throw new InvalidInputException(InputField.Language, InputRule.NotRecognised);

    /// <summary>The language something is written in: any tag of the shape of BCP 47 ("es", "es-AR", "qu").</summary>
    public static string TextLanguage(string value) =>
        value.Length is >= 2 and <= LanguageMax && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(value[0])
            ? value
            : throw new InvalidInputException(InputField.Language, InputRule.NotRecognised);

    public static string? PasskeyName(string? value) => Optional(value, v => Line(v, InputField.PasskeyName, 1, PasskeyNameMax));

    static string? Optional(string? value, Func<string, string> check) => string.IsNullOrWhiteSpace(value) ? null : check(value);

    static string Line(string value, InputField field, int least, int most)
    {
        var line = Normalised(value, field, most).Trim();
        Length(line, field, least, most);
        return line.Any(Misleads)
            ? throw new InvalidInputException(field, InputRule.NotAllowedCharacters)
            : line;
    }

    /// <summary>Controls, line separators, and the marks that turn the direction of writing around to disguise a name.</summary>
    static bool Misleads(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static void Length(string value, InputField field, int least, int most)
    {
        if (value.Length < least)
            throw new InvalidInputException(field, InputRule.TooShort);
        if (value.Length > most)
            throw new InvalidInputException(field, InputRule.TooLong);
    }

    /// <summary>Half surrogates cannot be written as UTF-8 nor normalised. What is far too long is not even looked at.</summary>
    static string Normalised(string value, InputField field, int most)
    {
        if (value.Length > 4 * most)
            throw new InvalidInputException(field, InputRule.TooLong);
        try
        {
            return value.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            throw new InvalidInputException(field, InputRule.NotAllowedCharacters);
        }
    }
}
