using System.Collections.Concurrent;
using Autogestion.Book;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Crash;

/// <summary>What was acknowledged to people, kept outside the process that is killed; and the book held against it.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Guid, (long First, long Last)> acknowledged = new();
    private readonly ConcurrentBag<string> contradictions = [];

    public int Count => acknowledged.Count;

    public void Acknowledge(Guid act, long first, long last)
    {
        if (acknowledged.GetOrAdd(act, (first, last)) != (first, last)) contradictions.Add($"{act} was acknowledged at two places");
    }

    /// <summary>Everything that is wrong: seals, acknowledged acts lost, doubled or elsewhere, acts that the rules would not enter.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(TestNode test)
    {
        try
        {
            await using var store = await test.OpenStoreAsync();
            return [.. contradictions, .. await FaultsAsync(store)];
        }
        catch (BookStoreUnavailableException e)
        {
            return [e.Message];
        }
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(IBookStore store)
    {
        var book = new BookId(CrashPlant.Collective.Id.Value);
        var faults = new List<string>();
        if ((await StoreVerification.VerifyAsync(store, book)).Fault is { } fault) faults.Add(fault.ToString());
        var positions = (await TestNode.EntriesAsync(store, CrashPlant.Collective.Id)).ToLookup(entry => entry.Act, entry => entry.Position);
        foreach (var (act, (first, last)) in acknowledged)
        {
            if (!positions.Contains(act)) faults.Add($"{act} was acknowledged at {first} and is lost");
            else if (!positions[act].SequenceEqual(Enumerable.Range(0, (int)(last - first + 1)).Select(part => first + part))) faults.Add($"{act} was acknowledged at {first}–{last} and stands at {string.Join(", ", positions[act])}");
        }
        var rehearsal = await Rehearsal.RunAsync(store.ReadAsync(book, 0).Select(EntryForm.Open));
        if (rehearsal.Fault is not null) faults.Add(rehearsal.ToString());
        return faults;
    }
}
