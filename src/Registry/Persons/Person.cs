using Autogestion.Domain.Kernel;

namespace Autogestion.Registry;

/// <summary>What a book's secretary writes down about a person. Limits: <see cref="InputLimits"/>.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Document">Number of the identity document, if the collective asks for it.</param>
/// <param name="Language">The language in which the person is written to: "es" or "en".</param>
public sealed record PersonDetails(string Name, string? Document = null, string? Phone = null, string? Email = null, string Language = "es")
{
    internal PersonDetails Checked() => new(
        InputLimits.Name(Name), InputLimits.Document(Document), InputLimits.Phone(Phone), InputLimits.Email(Email), InputLimits.PageLanguage(Language));

    /// <summary>Nothing: names must not reach a log by accident.</summary>
    public override string ToString() => nameof(PersonDetails);
}

/// <summary>A person of a book with all that the registry knows; not for lists, see <see cref="NameList"/>.</summary>
public sealed record Person(CollectiveId Collective, PersonId Id, AccountId? Account, PersonDetails Details)
{
    public override string ToString() => $"{Collective}/{Id}";
}

/// <summary>One line of a book's list of names.</summary>
public sealed record NamedPerson(PersonId Id, string Name, AccountId? Account, string Language)
{
    public override string ToString() => Id.ToString();
}

/// <summary>As whom an account appears in which book.</summary>
public readonly record struct Membership(CollectiveId Collective, PersonId Person);

/// <summary>What became of linking an account to a person.</summary>
public enum LinkOutcome
{
    Linked,

    /// <summary>No such person in this book, or erased.</summary>
    NoSuchPerson,

    /// <summary>Another account is this person already.</summary>
    PersonHasAccount,

    /// <summary>This account is another person of the same book already.</summary>
    AccountIsSomebodyElse,
}
