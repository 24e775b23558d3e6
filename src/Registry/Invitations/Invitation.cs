using Autogestion.Domain.Kernel;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>What a printed code is for.</summary>
public enum InvitationKind
{
    /// <summary>Become, with an account, the person that the book already names.</summary>
    Join,

    /// <summary>Get back into an account whose password or device was lost.</summary>
    Recover,
}

/// <summary>A fresh code, to be printed once: it can never be shown again.</summary>
public sealed record IssuedInvitation(Guid Id, string Code, Instant ExpiresAt)
{
    public override string ToString() => Id.ToString();
}

/// <summary>An invitation as its holder may know it. Join names a book and a person, Recover an account.</summary>
public sealed record Invitation(Guid Id, InvitationKind Kind, CollectiveId? Collective, PersonId? Person, AccountId? Account, Instant ExpiresAt);

/// <summary>What became of a code. All but the first change nothing, except that a wrong try is counted.</summary>
public enum CodeOutcome
{
    Accepted,

    /// <summary>No open invitation has this code, or it is for something else.</summary>
    NotRecognised,
    AlreadyUsed,
    Expired,

    /// <summary>Too many wrong tries: this code is dead, a new one must be issued.</summary>
    TooManyTries,

    /// <summary>The login name is taken.</summary>
    LoginNameTaken,

    /// <summary>Login name, password or language is not allowed: see the codes of the errors.</summary>
    NotAllowed,

    /// <summary>The person was erased meanwhile.</summary>
    NoSuchPerson,

    /// <summary>Somebody with another account is this person already.</summary>
    PersonHasAccount,

    /// <summary>This account is another person of the same book already.</summary>
    AccountIsSomebodyElse,
}

/// <summary>The answer to a code typed in, before anything is done with it.</summary>
public sealed record CodeCheck(CodeOutcome Outcome, Invitation? Invitation);
