using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Desk;

/// <summary>Why a rehearsal found a book wrong.</summary>
public enum RehearsalFault
{
    /// <summary>An entry cannot be read or folded, or an act is not whole.</summary>
    Unreadable,

    /// <summary>No entry of an act says what was asked.</summary>
    NothingAsked,

    /// <summary>The rules refuse what the book says was entered.</summary>
    WouldBeRefused,

    /// <summary>The rules enter something else than the book says.</summary>
    OtherEntries,

    /// <summary>Legal time goes back.</summary>
    TimeGoesBack,
}

/// <summary>What a rehearsal found: the acts decided again, and the first that does not hold.</summary>
/// <param name="Position">First wrong position; null when all holds.</param>
/// <param name="Detail">The code of the refusal, where there is one.</param>
public sealed record RehearsalResult(long Acts, long Entries, long? Position = null, RehearsalFault? Fault = null, string? Detail = null);

/// <summary>Decides every act of a book again, each against the fold before it: <c>verify --rules</c>.</summary>
public sealed class Rehearsal
{
    private readonly List<ReadEntry> act = [];
    private Collective state = Collective.Empty;
    private long acts;

    /// <summary>Takes the entries of a book in order and says the first that the rules would not have made.</summary>
    public static async Task<RehearsalResult> RunAsync(IAsyncEnumerable<ReadEntry> book, IProgress<long>? progress = null)
    {
        var rehearsal = new Rehearsal();
        await using var reading = book.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await reading.MoveNextAsync()) break;
            }
            catch (Exception e) when (e is FormatException or UnreadableEntryException or System.Text.Json.JsonException)
            {
                return rehearsal.Wrong(rehearsal.Reached + 1, RehearsalFault.Unreadable);
            }
            if (rehearsal.Take(reading.Current) is { } wrong) return wrong;
            progress?.Report(reading.Current.Position);
        }
        return rehearsal.act.Count > 0
            ? rehearsal.Wrong(rehearsal.Reached + 1, RehearsalFault.Unreadable)
            : new(rehearsal.acts, rehearsal.state.Position);
    }

    /// <summary>Takes the next entry; gives a result as soon as something is wrong.</summary>
    public RehearsalResult? Take(ReadEntry entry)
    {
        if (entry.Position != Reached + 1 || entry.Envelope.Part != act.Count + 1) return Wrong(Reached + 1, RehearsalFault.Unreadable);
        if (act.Count > 0 && entry.Stamp != act[0].Stamp) return Wrong(entry.Position, RehearsalFault.OtherEntries);
        act.Add(entry);
        if (act.Count < entry.Envelope.Parts) return null;
        RehearsalResult? wrong;
        try
        {
            wrong = Decide();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Asked for something that cannot be read, decided or folded: no edition of the rules would have entered it.
            wrong = Wrong(act[0].Position, RehearsalFault.Unreadable);
        }
        act.Clear();
        acts++;
        return wrong;
    }

    private long Reached => state.Position + act.Count;

    private RehearsalResult? Decide()
    {
        var first = act[0];
        if (EntryForm.AskedIn(act) is not { } asked) return Wrong(first.Position, RehearsalFault.NothingAsked);
        if (first.Stamp.Entered < state.LastEntered) return Wrong(first.Position, RehearsalFault.TimeGoesBack);
        if (state.Decide(asked, first.Stamp) is not Decision.Entered entered)
            return Wrong(first.Position, RehearsalFault.WouldBeRefused, ((Decision.Refused)state.Decide(asked, first.Stamp)).Refusal.Code.Name);
        for (var i = 0; i < Math.Max(act.Count, entered.Entries.Length); i++)
            if (i >= act.Count || i >= entered.Entries.Length || !Same(act[i].Entry, entered.Entries[i]))
                return Wrong(first.Position + Math.Min(i, act.Count - 1), RehearsalFault.OtherEntries);
        foreach (var entry in act) state = Collective.Evolve(state, entry.Recorded);
        return null;
    }

    // Compared as stored: records hold arrays, which compare by reference.
    private static bool Same(Entry a, Entry b) =>
        a.GetType() == b.GetType() && EntryCodec.House.Write(a).Data.Span.SequenceEqual(EntryCodec.House.Write(b).Data.Span);

    private RehearsalResult Wrong(long position, RehearsalFault fault, string? detail = null) => new(acts, state.Position, position, fault, detail);
}
