using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;

namespace Autogestion.Office.Desk;

/// <summary>
/// Carries letters between books: written in the sender's book first, delivered at least once, entered once only, because the
/// act that enters a letter has an id made from the letter's.
/// </summary>
public sealed class PostOffice(Node node)
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);
    private readonly HashSet<LetterId> delivered = [];

    /// <summary>Goes round until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await DeliverAsync(cancellation);
                await Task.Delay(Round, cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Delivers what can be delivered on this node now; what is for a book elsewhere stays and is tried again.</summary>
    public async Task DeliverAsync(CancellationToken cancellation = default)
    {
        foreach (var book in node.Books)
            foreach (var (id, letter) in book.State.Network.Sent)
            {
                if (delivered.Contains(id) || node.Find(letter.To) is not { } desk) continue;
                var answer = desk.Current.State.Network.Received.Contains(id)
                    ? null
                    : await desk.AskAsync(new(letter.To, ActIdOf(id), PersonId.Nobody, new ReceiveLetter(id, letter.To, letter.Content), new Authority.Letter(id)), cancellation);
                if (answer is not (ActAnswer.Unavailable or ActAnswer.Stopped)) delivered.Add(id);
            }
    }

    private static Guid ActIdOf(LetterId letter) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"letter {letter}")).AsSpan(0, 16));
}
