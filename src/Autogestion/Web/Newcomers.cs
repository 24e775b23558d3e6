using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Web;

/// <summary>
/// Writes down people whom an act is about to bring into a book: the registry must know who an id is before the book names it.
/// If the act is not entered they are forgotten again.
/// </summary>
public sealed class Newcomers(RegistryDatabase registry)
{
    /// <summary>Writes somebody down and seals who they are.</summary>
    /// <param name="account">Their own account, when they bring themselves.</param>
    /// <param name="known">Who that account already is here without the book knowing, after an earlier try that was cut off.</param>
    /// <exception cref="InvalidInputException">A field is outside its limits.</exception>
    /// <returns>Nothing when the account is somebody in this book already.</returns>
    public async Task<Newcomer?> WriteDownAsync(CollectiveId collective, PersonDetails details, AccountId? account = null, PersonId? known = null, CancellationToken cancellation = default)
    {
        var person = known ?? new(Guid.NewGuid());
        await registry.Persons.SaveAsync(collective, person, details, cancellation);
        if (account is { } own && await registry.Persons.LinkAsync(collective, person, own, cancellation) != LinkOutcome.Linked)
        {
            await registry.Persons.EraseAsync(collective, person, CancellationToken.None);
            return null;
        }
        var commitment = await registry.Persons.Identities.CommitAsync(collective, person, cancellation) ?? throw new InvalidOperationException("Somebody just written down has no name.");
        return new(registry, collective, person, commitment);
    }
}

/// <summary>Somebody written down, whom disposal forgets unless <see cref="Keep"/> was called after the act was entered.</summary>
public sealed class Newcomer(RegistryDatabase registry, CollectiveId collective, PersonId person, string commitment) : IAsyncDisposable
{
    private bool kept;

    /// <summary>The id for the book.</summary>
    public PersonId Person => person;

    /// <summary>The salted hash of name and document for the book.</summary>
    public string Commitment => commitment;

    /// <summary>The act was entered: the person stays.</summary>
    public void Keep() => kept = true;

    public async ValueTask DisposeAsync()
    {
        if (!kept) await registry.Persons.EraseAsync(collective, person);
    }
}
