namespace Autogestion.Office.Scenarios;

/// <summary>
/// The one time that several stories share. Each story waits for the moment of its next step, and the one whose moment comes
/// first goes on, alone: so that letters between collectives arrive on the day they were written, and the clock never goes back.
/// </summary>
public sealed class Timeline(SteppingClock clock, IProgress<LocalDate>? progress = null)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (Instant Moment, long Turn)> waiting = new();
    private int acting;
    private long turns;

    public SteppingClock Clock => clock;

    /// <summary>Plays stories side by side, to the end of the last.</summary>
    /// <exception cref="UnexpectedOutcomeException">A step came out otherwise than its file says; the other stories stop too.</exception>
    public async Task<IReadOnlyList<Played>> PlayAsync(Desk.Node node, IReadOnlyList<Scenario> stories, CancellationToken cancellation = default)
    {
        acting = stories.Count;
        using var stops = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var playing = stories.Select(story => PlayAsync(node, story, stops)).ToList();
        await Task.WhenAll(playing.Select(story => story.ContinueWith(_ => { }, TaskScheduler.Default)));
        // The story that failed says more than those that were stopped for it.
        await (playing.Find(story => story.IsFaulted) ?? Task.CompletedTask);
        return await Task.WhenAll(playing);
    }

    /// <summary>Waits until it is that moment and this story's turn.</summary>
    internal async Task ReachAsync(Instant moment, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (moment <= clock.Now) return;
            waiting.Enqueue(turn, (moment, turns++));
            GiveUpTurn();
        }
        await turn.Task.WaitAsync(cancellation);
        progress?.Report(moment.InUtc().Date);
    }

    private async Task<Played> PlayAsync(Desk.Node node, Scenario story, CancellationTokenSource stops)
    {
        try
        {
            return await new ScenarioPlayer(node, this, story).PlayAsync(stops.Token);
        }
        catch (Exception e)
        {
            if (e is UnexpectedOutcomeException unexpected) unexpected.Story = story.Name;
            await stops.CancelAsync();
            throw;
        }
        finally
        {
            lock (gate) GiveUpTurn();
        }
    }

    private void GiveUpTurn()
    {
        if (--acting > 0 || !waiting.TryDequeue(out var next, out var key)) return;
        acting = 1;
        clock.MoveTo(key.Moment);
        next.SetResult();
    }
}
