using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Autogestion.Bench.Support;

/// <summary>
/// Phones that ask a server on this machine, in a process of their own, so that what they cost is not counted as the server's.
/// Requests are made beforehand and sent as they are; answers are read to their end.
/// </summary>
internal static class Phones
{
    public const string Verb = "phones";

    /// <summary>What one phone was answered, and after how long.</summary>
    public readonly record struct Answer(int Status, TimeSpan Took);

    /// <summary>Every request once, each on a connection of its own, all at the same moment.</summary>
    public static async Task<IReadOnlyList<Answer>> AllAtOnceAsync(int port, IReadOnlyList<string> requests) =>
        [.. (await StartAsync(port, 0, requests)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Select(parts => new Answer(int.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.FromMicroseconds(long.Parse(parts[1], CultureInfo.InvariantCulture))))];

    /// <summary>As many connections as requests, each repeating its own until all together have been answered so many times; gives how long that took.</summary>
    public static async Task<TimeSpan> AgainAndAgainAsync(int port, IReadOnlyList<string> requests, int times) =>
        TimeSpan.FromMicroseconds(long.Parse(await StartAsync(port, times, requests), CultureInfo.InvariantCulture));

    /// <summary>A GET as a browser sends it, without what does not matter here.</summary>
    public static string Get(string path, string cookie = "") => $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: es\r\n{Cookie(cookie)}\r\n";

    /// <summary>A form as a browser sends it.</summary>
    public static string Post(string path, string cookie, string form) =>
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: es\r\n{Cookie(cookie)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(form)}\r\n\r\n{form}";

    /// <summary>One request from this process: the whole answer as text.</summary>
    public static async Task<(int Status, string Text)> AskAsync(int port, string request)
    {
        using var phone = new Phone();
        await phone.ConnectAsync(port);
        var status = await phone.AskAsync(Encoding.UTF8.GetBytes(request));
        return (status, phone.Text);
    }

    /// <summary>The process with the phones.</summary>
    public static async Task<int> RunAsync(string port, string times)
    {
        var left = int.Parse(times, CultureInfo.InvariantCulture);
        var requests = new List<byte[]>();
        while (Console.In.ReadLine() is { } line) requests.Add(Convert.FromBase64String(line));
        var phones = new List<(Phone Phone, byte[] Request)>();
        foreach (var request in requests)
        {
            var phone = new Phone();
            await phone.ConnectAsync(int.Parse(port, CultureInfo.InvariantCulture));
            phones.Add((phone, request));
        }
        if (left > 0)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(phones.Select(one => RepeatAsync(one.Phone, one.Request, () => Interlocked.Decrement(ref left) >= 0)));
            Console.WriteLine((long)Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            return 0;
        }
        foreach (var answer in await Task.WhenAll(phones.Select(one => OnceAsync(one.Phone, one.Request)))) Console.WriteLine($"{answer.Status} {(long)answer.Took.TotalMicroseconds}");
        return 0;
    }

    private static async Task<Answer> OnceAsync(Phone phone, byte[] request)
    {
        var began = Stopwatch.GetTimestamp();
        return new(await phone.AskAsync(request), Stopwatch.GetElapsedTime(began));
    }

    private static async Task RepeatAsync(Phone phone, byte[] request, Func<bool> again)
    {
        while (again())
            if (await phone.AskAsync(request) is not 200 and var status) throw new InvalidOperationException($"A page was answered with {status}.");
    }

    private static async Task<string> StartAsync(int port, int times, IReadOnlyList<string> requests)
    {
        using var process = Programs.Start(Programs.Self, Verb, $"{port}", $"{times}");
        foreach (var request in requests) await process.StandardInput.WriteLineAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(request)));
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException("The phones gave up.");
    }

    private static string Cookie(string cookie) => cookie.Length == 0 ? "" : $"Cookie: {cookie}\r\n";

    /// <summary>One connection that is kept open.</summary>
    private sealed class Phone : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private byte[] buffer = new byte[64 * 1024];
        private int length;

        public string Text => Encoding.UTF8.GetString(buffer, 0, length);

        public Task ConnectAsync(int port) => socket.ConnectAsync(IPAddress.Loopback, port);

        public async Task<int> AskAsync(byte[] request)
        {
            await socket.SendAsync(request);
            for (length = 0; !IsWhole();)
            {
                if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0) throw new IOException("The server hung up.");
                length += read;
            }
            return int.Parse(buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        }

        public void Dispose() => socket.Dispose();

        private bool IsWhole()
        {
            var answer = buffer.AsSpan(0, length);
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0) return false;
            var head = answer[..(end + 2)];
            if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
            var at = head.IndexOf("Content-Length: "u8);
            if (at < 0) return true;
            var number = head[(at + "Content-Length: ".Length)..];
            return answer.Length == end + 4 + int.Parse(number[..number.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }
    }
}
