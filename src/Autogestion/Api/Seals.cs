using System.Collections.Concurrent;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;

namespace Autogestion.Api;

/// <summary>What a phone keeps of a book: its size, its root, and the node's signature under both.</summary>
/// <param name="Root">Base64.</param>
/// <param name="Note">C2SP signed note; null while the book authorises no key of this node, or has stopped.</param>
public sealed record SealView(long Size, string Root, string? Note);

/// <summary>The proof that the book of one size continues that of another.</summary>
/// <param name="Proof">Consistency proof of RFC 9162 §2.1.4, base64.</param>
public sealed record GrowthView(long From, long To, string ToRoot, IReadOnlyList<string> Proof);

/// <summary>A new epoch that the book began, after a restore that could not bring everything back.</summary>
/// <param name="Position">The entry that says so.</param>
/// <param name="OldSize">The size of the book before, as far as anybody could show.</param>
/// <param name="OldRoot">Its root then, base64.</param>
/// <param name="LostFrom">First position that was lost; the last is <paramref name="OldSize"/>.</param>
public sealed record EpochView(int Epoch, long Position, Instant Entered, long OldSize, string OldRoot, long LostFrom);

/// <summary>Checkpoints and proofs of growth, asked by every phone at each visit: the last signature is given again for a moment.</summary>
public sealed class Seals(Node node)
{
    private static readonly Duration Fresh = Duration.FromSeconds(2);

    private readonly ConcurrentDictionary<CollectiveId, (SealView Seal, Instant At)> last = new();
    private readonly ConcurrentDictionary<CollectiveId, IReadOnlyList<EpochView>> epochs = new();

    /// <summary>The epochs that the book began after its first; most books have none, and it is read for them once only.</summary>
    public static async ValueTask<Ready?> EpochsAsync(ViewRequest request)
    {
        var seals = request.Http.RequestServices.GetRequiredService<Seals>();
        var (visit, count) = (request.Visit, request.Visit.State.Deed.Epoch - 1);
        if (count == 0) return _ => Array.Empty<EpochView>();
        if (!seals.epochs.TryGetValue(visit.Book.Id, out var known) || known.Count < count)
        {
            var found = new List<EpochView>();
            await foreach (var entry in visit.Desk.ReadAsync(0, visit.Book.Position, request.Http.RequestAborted))
                if (entry.Recorded.Entry is EpochBegun begun)
                    found.Add(new(begun.Epoch, entry.Position, entry.Stamp.Entered, begun.OldSize, begun.OldRoot, begun.LostFrom));
            seals.epochs[visit.Book.Id] = known = found;
        }
        return _ => known;
    }

    /// <summary>The checkpoint of the book, signed not long ago.</summary>
    /// <param name="atLeast">Position that it must have reached.</param>
    public async Task<SealView> OfAsync(Visit visit, long atLeast)
    {
        if (last.TryGetValue(visit.Book.Id, out var kept) && kept.Seal.Size >= atLeast
            && (kept.Seal.Size == visit.Book.Position || visit.Now - kept.At < Fresh) && kept.Seal.Size <= visit.Book.Position)
            return kept.Seal;
        if (visit.Book.Broken is not null || !visit.State.Deed.Keys.Contains(node.Keys.For(visit.Book.Id).Verifier.ToString()))
            return new(visit.Book.Position, visit.Book.Root.ToString(), null);
        var note = await node.CheckpointAsync(visit.Book.Id);
        var signed = Book.Checkpoint.Parse(note.Text);
        var seal = new SealView(signed.Size, signed.Root.ToString(), note.ToString());
        last[visit.Book.Id] = (seal, visit.Now);
        return seal;
    }
}
