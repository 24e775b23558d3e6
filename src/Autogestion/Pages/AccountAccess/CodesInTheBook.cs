using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;

namespace Autogestion.Pages.AccountAccess;

/// <summary>
/// Enters that a code was made out for somebody, and that one was used, so that nobody hands out ways in unseen. Neither the
/// code nor a name is in the book.
/// </summary>
internal static class CodesInTheBook
{
    /// <summary>Enters it before the code exists: what cannot be entered is not made out.</summary>
    public static async Task<bool> MadeOutAsync(this Node node, CollectiveId book, PersonId by, PersonId person, Duration validFor, CancellationToken cancellation)
    {
        var until = Instant.FromDateTimeOffset(node.Clock.GetUtcNow()) + validFor;
        return await node.AskAsync(new(book, Guid.CreateVersion7(), by, new RecordInvitation(person, until)), cancellation) is ActAnswer.Entered;
    }

    /// <summary>Enters that somebody came in as this person. By then the code is spent: a book that takes no entries keeps nobody out.</summary>
    public static Task UsedAsync(this Node node, CollectiveId book, PersonId person) => node.AskAsync(new(book, Guid.CreateVersion7(), person, new RecordEntrance(person)), default);
}
