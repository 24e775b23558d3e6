using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Autogestion.Book;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;

namespace Autogestion.Office.Secrecy;

/// <summary>What is answered to whoever casts a ballot; nothing of it says who that was.</summary>
public enum CastAnswer
{
    InTheBox,

    /// <summary>Another ballot came in that envelope before: the first one counts.</summary>
    EnvelopeUsed,

    /// <summary>Not an envelope of this vote.</summary>
    NoEnvelope,

    /// <summary>Not an answer to the question.</summary>
    NoBallot,

    /// <summary>Casting has not begun, or is over.</summary>
    NotCasting,
}

/// <summary>What two tellers counted on paper: ballots in their one spelling, and how many of each.</summary>
public sealed record PaperCount(ImmutableArray<Pile> Ballots);

/// <summary>
/// Looks after secret votes: draws the key of each, signs envelopes blindly, takes ballots without knowing from whom, and empties
/// the box into the book. It knows persons while envelopes are drawn and envelopes while ballots are cast, never both at once.
/// </summary>
public sealed class BallotOffice(Node node)
{
    /// <summary>How often it looks whether a vote waits for it.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);

    /// <summary>How long ballots are gathered before they go into the box together.</summary>
    public TimeSpan Gathers { get; set; } = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<BoxId, BallotTray> trays = new();

    /// <summary>Does for every vote of this node what it waits for.</summary>
    public async Task LookAfterAsync(CancellationToken cancellation = default)
    {
        foreach (var book in node.Books.Where(book => book.Broken is null)) await LookAfterAsync(book, cancellation);
    }

    /// <summary>The same for one book. Whatever was done before is not done again.</summary>
    public async Task LookAfterAsync(BookSnapshot book, CancellationToken cancellation = default)
    {
        foreach (var assembly in book.State.Assemblies.Current.Values)
            if (assembly.InVote is { Phase: MotionPhase.Voting, Vote: { Secret: { } secret } vote } motion)
                await LookAfterAsync(book.Id, assembly.Id, motion, vote, secret, cancellation);
    }

    /// <summary>Does at once what a secret vote waits for after an act, so that nobody waits for the next round.</summary>
    internal async Task<ActAnswer> AfterAsync(CollectiveId collective, ActAnswer answer)
    {
        if (answer is not ActAnswer.Entered entered || !entered.Entries.Any(entry => entry is VoteOpened { Method: VoteMethod.Secret } or DrawingEnded or CastingClosed)) return answer;
        try
        {
            if (node.Find(collective) is { } desk) await LookAfterAsync(await desk.AtLeastAsync(entered.Last));
        }
        catch (BookStoreUnavailableException)
        {
            // The act stands; the next round tries again.
        }
        return answer;
    }

    /// <summary>Signs what a person had entered in the book as to be signed; null where the book says otherwise or no key is left.</summary>
    public async Task<byte[]?> SignAsync(CollectiveId collective, MotionId id, PersonId person, byte[] blinded, CancellationToken cancellation = default)
    {
        if (Find(collective, id) is not { Vote: { Secret: { IsDrawing: true } secret } vote } motion) return null;
        if (secret.Envelopes.GetValueOrDefault(person) != DigestOf(blinded)) return null;
        var key = await node.Store.Boxes.KeyAsync(BoxOf(collective, motion.Id, vote), cancellation);
        return key is { Length: > 0 } ? BlindSigner.Of(key).Sign(blinded) : null;
    }

    /// <summary>How a blinded message is named in the book.</summary>
    public static string DigestOf(ReadOnlySpan<byte> blinded) => Convert.ToHexStringLower(SHA256.HashData(blinded));

    /// <summary>Takes a ballot in an envelope. Answered when it is durable, together with those that came at about the same time.</summary>
    public async Task<CastAnswer> CastAsync(CollectiveId collective, MotionId id, byte[] message, byte[] signature, string ballot, CancellationToken cancellation = default)
    {
        if (Find(collective, id) is not { Vote: { Secret: { IsCasting: true, Key: { } key } } vote }) return CastAnswer.NotCasting;
        if (!Slip.Holds(ballot) || SecretVoteDecider.Read(vote, ballot) is null) return CastAnswer.NoBallot;
        if (!BlindRsa.Verify(RsaNumbers.Of(key), message, signature)) return CastAnswer.NoEnvelope;
        var box = BoxOf(collective, id, vote);
        var result = await trays.GetOrAdd(box, _ => new(node.Store.Boxes, box, Gathers)).PutAsync(new(Hash.From(SHA256.HashData(message)), ballot)).WaitAsync(cancellation);
        return result switch
        {
            CastResult.InTheBox => CastAnswer.InTheBox,
            CastResult.EnvelopeUsed => CastAnswer.EnvelopeUsed,
            _ => CastAnswer.NotCasting,
        };
    }

    /// <summary>Puts the tellers' count into the box and enters that they handed it in. What it says enters the book only with the phones' ballots.</summary>
    public async Task<ActAnswer> HandInAsync(ActRequest request, PaperCount count, CancellationToken cancellation = default)
    {
        var act = (HandInPapers)request.Act;
        if (Find(request.Collective, act.Motion) is { Vote: { Secret: { DrawnUntil: not null } secret } vote })
        {
            var most = vote.Present - vote.Recused.Length - (secret.PaperOnly ? 0 : secret.Envelopes.Count);
            if (!count.Ballots.All(pile => pile.Papers >= 0 && pile.Ballot is not Ballot.Objection && vote.Question.Accepts(pile.Ballot)) || count.Ballots.Sum(pile => (long)pile.Papers) > most)
                return new ActAnswer.Refused(VotesRefusals.CountImpossible.With("entitled", most), 0, Instant.FromDateTimeOffset(node.Clock.GetUtcNow()));
            await node.Store.Boxes.PutPapersAsync(BoxOf(request.Collective, act.Motion, vote), request.Id, JsonSerializer.SerializeToUtf8Bytes(count, JsonForm.Options), cancellation);
        }
        return await node.AskAsync(request, cancellation);
    }

    private async Task LookAfterAsync(CollectiveId collective, AssemblyId assembly, Motion motion, Vote vote, SecretVote secret, CancellationToken cancellation)
    {
        var (boxes, box) = (node.Store.Boxes, BoxOf(collective, motion.Id, vote));
        if (secret.Key is null)
        {
            if (await boxes.KeyAsync(box, cancellation) is null) await boxes.OpenAsync(box, BlindSigner.Draw(), cancellation);
            var key = await boxes.KeyAsync(box, cancellation);
            await EnterAsync(box, "key", new AnnounceEnvelopeKey(assembly, motion.Id, BlindSigner.Of(key).PublicKey), cancellation);
        }
        else if (secret.IsClosed)
        {
            var contents = await boxes.SealAsync(box, cancellation);
            await EnterAsync(box, "empty", contents is null ? new DeclareBoxLost(assembly, motion.Id) : new EmptyBox(assembly, motion.Id, Sorted(contents, secret)), cancellation);
            trays.TryRemove(box, out _);
            await boxes.RemoveAsync(box, cancellation);
        }
        else if (await boxes.KeyAsync(box, cancellation) is not { } key) await EnterAsync(box, "lost", new DeclareBoxLost(assembly, motion.Id), cancellation);
        else if (secret.DrawnUntil is not null && key.Length > 0) await boxes.DestroyKeyAsync(box, cancellation);
    }

    // Phones and papers together: neither channel is told apart.
    private static ImmutableArray<Pile> Sorted(BoxContents contents, SecretVote secret)
    {
        var papers = secret.Papers.Reverse().Where(contents.Papers.ContainsKey).Select(act => JsonSerializer.Deserialize<PaperCount>(contents.Papers[act], JsonForm.Options)!.Ballots).FirstOrDefault([]);
        return Pile.Sorted(contents.Slips.Select(slip => new Pile(BallotLines.Read(slip.Ballot)!, 1)).Concat(papers));
    }

    private Task<ActAnswer> EnterAsync(BoxId box, string step, Act act, CancellationToken cancellation)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"secret vote {box.Book} {box.Vote} {step}")).AsSpan(0, 16));
        return node.Find(new(box.Book.Value))!.AskAsync(new(new(box.Book.Value), id, PersonId.Nobody, act, new Authority.RuleDue()), cancellation);
    }

    private Motion? Find(CollectiveId collective, MotionId id) => node.Find(collective)?.Current.State.Assemblies.Current.Values
        .Select(assembly => assembly.InVote).FirstOrDefault(motion => motion is { Phase: MotionPhase.Voting } && motion.Id == id);

    // A motion can be voted anew when a box was lost: then it is another box.
    private static BoxId BoxOf(CollectiveId collective, MotionId motion, Vote vote) =>
        new(new(collective.Value), $"{motion.Value}-{vote.OpenedAt.ToUnixTimeMilliseconds()}");
}
