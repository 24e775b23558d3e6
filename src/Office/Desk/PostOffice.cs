using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;

namespace Autogestion.Office.Desk;

/// <summary>
/// Carries letters between books: written in the sender's book first, delivered at least once, entered once only, because the
/// act that enters a letter has an id made from the letter's.
/// </summary>
public sealed class PostOffice(Node node) : IDisposable
{
    /// <summary>How often it goes round.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim oneRound = new(1, 1);
    private readonly HashSet<LetterId> delivered = [];

    // How many letters of each book were looked at and are all delivered: a quiet book costs nothing.
    private readonly Dictionary<CollectiveId, int> settled = [];

    /// <summary>Delivers what can be delivered on this node now; what is for a book elsewhere stays and is tried again.</summary>
    public async Task DeliverAsync(CancellationToken cancellation = default)
    {
        await oneRound.WaitAsync(cancellation);
        try
        {
            foreach (var book in node.Books)
            {
                var sent = book.State.Network.Sent;
                if (settled.GetValueOrDefault(book.Id) == sent.Count) continue;
                var waiting = 0;
                foreach (var (id, letter) in sent.Where(one => !delivered.Contains(one.Key)).OrderBy(one => one.Key.Number))
                    if (!await IsDeliveredAsync(id, letter, cancellation)) waiting++;
                if (waiting == 0) Settle(book.Id, sent);
            }
        }
        finally
        {
            oneRound.Release();
        }
    }

    public void Dispose() => oneRound.Dispose();

    private async Task<bool> IsDeliveredAsync(LetterId id, SentLetter letter, CancellationToken cancellation)
    {
        if (node.Find(letter.To) is not { } desk) return false;
        if (!desk.Current.State.Network.Received.Contains(id))
        {
            var receive = new ReceiveLetter(id, letter.To, letter.Content);
            if (await desk.AskAsync(new(letter.To, ActIdOf(id), PersonId.Nobody, receive, new Authority.Letter(id)), cancellation) is ActAnswer.Unavailable or ActAnswer.Stopped)
                return false;
        }
        delivered.Add(id);
        return true;
    }

    private void Settle(CollectiveId book, ImmutableDictionary<LetterId, SentLetter> sent)
    {
        settled[book] = sent.Count;
        delivered.ExceptWith(sent.Keys);
    }

    private static Guid ActIdOf(LetterId letter) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"letter {letter}")).AsSpan(0, 16));
}
