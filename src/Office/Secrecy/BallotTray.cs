using Autogestion.Book;

namespace Autogestion.Office.Secrecy;

/// <summary>
/// Gathers the slips of one box for a moment and puts them in together. Whoever copies the disk again and again sees groups and
/// not single slips where many vote at once; and one durable transaction serves them all.
/// </summary>
internal sealed class BallotTray(IBallotBox boxes, BoxId box, TimeSpan gathers)
{
    private readonly Lock adding = new();
    private List<(Slip Slip, TaskCompletionSource<CastResult> Answer)> waiting = [];

    /// <summary>Puts a slip on the tray; answered when it is in the box.</summary>
    public Task<CastResult> PutAsync(Slip slip)
    {
        var answer = new TaskCompletionSource<CastResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (adding)
        {
            waiting.Add((slip, answer));
            if (waiting.Count == 1) _ = EmptyAsync();
        }
        return answer.Task;
    }

    private async Task EmptyAsync()
    {
        await Task.Delay(gathers);
        List<(Slip Slip, TaskCompletionSource<CastResult> Answer)> group;
        lock (adding) (group, waiting) = (waiting, []);
        try
        {
            var results = await boxes.CastAsync(box, [.. group.Select(one => one.Slip)]);
            foreach (var (one, result) in group.Zip(results)) one.Answer.TrySetResult(result);
        }
        catch (Exception e)
        {
            foreach (var one in group) one.Answer.TrySetException(e);
        }
    }
}
