using System.Net.Sockets;
using System.Text;
using Autogestion.Domain.Kernel;

namespace Autogestion.Bench.Measures;

/// <summary>
/// 500 screens follow the room by server-sent events while 500 phones vote: how long a ballot takes to be answered, and how long
/// it takes until each screen has shown that everybody has voted.
/// </summary>
internal sealed class LiveScreens : IMeasure
{
    private const int Members = 500;

    public string Name => "screens";

    public string Purpose => "500 screens of the room open by server-sent events while 500 phones vote";

    public async Task RunAsync(Run run)
    {
        AssemblyId assembly = default;
        await using var served = await ServedPlant.StartAsync(run.NewFolder(), Members, async plant =>
        {
            assembly = await plant.CallAsync(1);
            await plant.OpenAsync(assembly);
            await plant.PutToVoteAsync(assembly, 1);
        });
        var (phones, cookies) = (new List<string>(), new List<string>());
        var motion = served.Node.Find(served.Plant.Scribe.Id)!.Current.State.Assemblies.Find(assembly)!.InVote!.Id;
        foreach (var (person, i) in served.Plant.Members.Select((person, i) => (person, i)))
        {
            var (cookie, token) = await LiveVote.OpenRoomAsync(served, assembly, person);
            phones.Add(LiveVote.Vote(served.Book, assembly, motion, cookie, token, i));
            cookies.Add(cookie);
        }
        // The screens on the wall: each follows its own part.
        using var leaving = new CancellationTokenSource();
        var screens = cookies.Select(cookie => new Screen(served.Port, $"/c/{served.Book}/api/live/{assembly}?part=_LiveBoard", cookie)).ToList();
        await Task.WhenAll(screens.Select(screen => screen.OpenAsync(leaving.Token)));
        var began = TimeProvider.System.GetTimestamp();
        var watching = screens.Select(screen => screen.UntilAsync($">{Members} <", leaving.Token)).ToList();
        var answers = await Phones.AllAtOnceAsync(served.Port, phones);
        if (answers.Any(answer => answer.Status != 302)) throw new InvalidOperationException($"A ballot was answered with {answers.First(answer => answer.Status != 302).Status}.");
        var voted = TimeProvider.System.GetElapsedTime(began);
        var shown = await Task.WhenAll(watching);
        var times = Times.Of([.. answers.Select(answer => answer.Took)]);
        var screenTimes = Times.Of([.. shown.Select(at => TimeProvider.System.GetElapsedTime(began, at))]);
        Run.Line("until 99 of 100 ballots are answered", Times.Say(times.Most), Times.Say(times.Half), times.Most / times.Half, "under 2 s with 500 screens open");
        Run.Line("until 99 of 100 screens show the last ballot", Times.Say(screenTimes.Most), Times.Say(voted), screenTimes.Most / voted, "under 2 s after the last one");
        await leaving.CancelAsync();
        screens.ForEach(screen => screen.Dispose());
    }

    /// <summary>One connection that follows the room.</summary>
    private sealed class Screen(int port, string path, string cookie) : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] buffer = new byte[64 * 1024];

        public async Task OpenAsync(CancellationToken cancellation)
        {
            await socket.ConnectAsync(System.Net.IPAddress.Loopback, port, cancellation);
            await socket.SendAsync(Encoding.UTF8.GetBytes(Phones.Get(path, cookie)), cancellation);
            await socket.ReceiveAsync(buffer, cancellation);
        }

        /// <summary>The moment at which the words were there.</summary>
        public async Task<long> UntilAsync(string words, CancellationToken cancellation)
        {
            var seen = "";
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer, cancellation);
                if (read == 0) throw new IOException("The server hung up.");
                seen = (seen.Length > 200 ? seen[^200..] : seen) + Encoding.UTF8.GetString(buffer, 0, read);
                if (seen.Contains(words, StringComparison.Ordinal)) return TimeProvider.System.GetTimestamp();
            }
        }

        public void Dispose() => socket.Dispose();
    }
}
