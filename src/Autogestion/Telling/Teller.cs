using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Telling;

/// <summary>
/// Tells those who chose so that something waits for them: one title and one link, at their rhythm, tried again when the way is
/// closed. It follows the books from outside: no act ever waits for it. What is to be told is not kept anywhere; it is what
/// came after the position that was told or read.
/// </summary>
public sealed class Teller(Node node, TellingOptions options, IMailCarrier mail, IPushCarrier push)
{
    private const int Handful = 50;

    /// <summary>How long several things are gathered for who wants to know soon.</summary>
    public static readonly Duration Gather = Duration.FromMinutes(10);

    /// <summary>The hour of digests, in the collective's zone; weekly ones on Mondays.</summary>
    public static readonly LocalTime Hour = new(8, 0);

    private static readonly Duration LongestWait = Duration.FromHours(6);

    /// <summary>Tells whoever is due now.</summary>
    /// <returns>How many messages were sent.</returns>
    public async Task<int> RoundAsync(CancellationToken cancellation)
    {
        var (now, sent) = (Instant.FromDateTimeOffset(node.Clock.GetUtcNow()), 0);
        foreach (var choice in await node.Registry.Tellings.DueAsync(now, Handful, cancellation))
            if (await TellAsync(choice, now, cancellation)) sent++;
        return sent;
    }

    /// <summary>When a person who chose this is told next.</summary>
    public static Instant? Next(TellingMeans means, TellingRhythm rhythm, Instant now, DateTimeZone zone)
    {
        if (means == TellingMeans.None) return null;
        if (rhythm == TellingRhythm.Soon) return now + Gather;
        var here = now.InZone(zone);
        var day = here.TimeOfDay < Hour ? here.Date : here.Date.PlusDays(1);
        if (rhythm == TellingRhythm.Weekly && day.DayOfWeek != IsoDayOfWeek.Monday) day = day.Next(IsoDayOfWeek.Monday);
        return day.At(Hour).InZoneLeniently(zone).ToInstant();
    }

    private async Task<bool> TellAsync(TellingChoice choice, Instant now, CancellationToken cancellation)
    {
        if (node.Find(choice.Collective) is not { } desk) return false;
        var book = desk.Current;
        var viewer = Viewer.Of(choice.Person, book.State, now);
        var concerns = await Concerns.SinceAsync(desk, book, viewer, Math.Max(choice.ToldTo, choice.ReadTo), 1, cancellation);
        var outcome = concerns.Count == 0 ? Carried.Gone : await CarryAsync(choice, book, cancellation);
        var wait = Duration.Min(LongestWait, Gather * Math.Pow(2, choice.Tries));
        await node.Registry.Tellings.ChangeAsync(choice.Collective, choice.Person, current => outcome == Carried.Later
            ? current with { NextAt = current.Means == TellingMeans.None ? null : now + wait, Tries = Math.Min(current.Tries + 1, 30) }
            : current with { ToldTo = book.Position, NextAt = Next(current.Means, current.Rhythm, now, book.State.Deed.Zone), Tries = 0 }, cancellation);
        return outcome == Carried.Sent;
    }

    private async Task<Carried> CarryAsync(TellingChoice choice, BookSnapshot book, CancellationToken cancellation)
    {
        if (await node.Registry.Persons.FindAsync(choice.Collective, choice.Person, cancellation) is not { } person) return Carried.Gone;
        var message = new Message(Look.Texts.For(person.Details.Language)["telling.message"].Replace("{collective}", book.State.Deed.Name, StringComparison.Ordinal), $"{options.Address}/c/{book.Id}/telling");
        if (choice.Means == TellingMeans.Mail)
            return !options.CanMail ? Carried.Later : person.Details.Email is { } address ? await mail.CarryAsync(address, message, cancellation) : Carried.Gone;
        if (!options.CanPush) return Carried.Later;
        var outcomes = new List<Carried>();
        foreach (var (id, device) in await node.Registry.Tellings.DevicesAsync(choice.Collective, choice.Person, cancellation))
        {
            var outcome = await push.CarryAsync(device, message, cancellation);
            if (outcome == Carried.Gone) await node.Registry.Tellings.ForgetAsync(choice.Collective, choice.Person, id, cancellation);
            outcomes.Add(outcome);
        }
        return outcomes.Contains(Carried.Sent) ? Carried.Sent : outcomes.Contains(Carried.Later) ? Carried.Later : Carried.Gone;
    }
}

/// <summary>Goes its rounds while the program runs.</summary>
public sealed class TellingRounds(Teller teller, TellingOptions options) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CanMail && !options.CanPush) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await teller.RoundAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever went wrong in one round, the next comes; nothing of it is logged, because it could name somebody.
            }
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
