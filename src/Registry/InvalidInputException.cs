namespace Autogestion.Registry;

/// <summary>The fields that people fill in.</summary>
public enum InputField { Name, Document, Phone, Email, Language, LoginName, Password, Words, PasskeyName }

/// <summary>What is wrong with what was filled in.</summary>
public enum InputRule { TooShort, TooLong, NotAllowedCharacters, NotRecognised }

/// <summary>Something typed is outside the registry's limits. Says which field and which rule, never the value.</summary>
public sealed class InvalidInputException(InputField field, InputRule rule) : ArgumentException($"{field}: {rule}")
{
    public InputField Field { get; } = field;
    public InputRule Rule { get; } = rule;
}
