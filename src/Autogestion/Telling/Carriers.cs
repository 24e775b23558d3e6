using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Registry;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Autogestion.Telling;

/// <summary>Everything that ever leaves: a title and a link.</summary>
public sealed record Message(string Title, string Link);

/// <summary>How the operator lets this node reach people outside; without it nothing is sent.</summary>
public sealed class TellingOptions
{
    /// <summary>Where this node is reached from outside: <c>https://…</c>.</summary>
    public string? Address { get; set; }

    public MailOptions Mail { get; set; } = new();

    /// <summary>Whom a push service may write to about this node: <c>mailto:…</c> or <c>https://…</c>.</summary>
    public string? Contact { get; set; }

    public bool CanMail => Mail is { Host: not null, From: not null } && Address is not null;

    public bool CanPush => (Contact ?? Address) is not null;
}

/// <summary>The operator's own mail server.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }
}

/// <summary>What became of a message.</summary>
public enum Carried
{
    Sent,

    /// <summary>Trouble on the way: try again later.</summary>
    Later,

    /// <summary>The other end is gone for good.</summary>
    Gone,
}

/// <summary>Carries a message to a mailbox.</summary>
public interface IMailCarrier
{
    Task<Carried> CarryAsync(string to, Message message, CancellationToken cancellation);
}

/// <summary>Carries a message to a device.</summary>
public interface IPushCarrier
{
    Task<Carried> CarryAsync(PushDevice device, Message message, CancellationToken cancellation);
}

/// <summary>Mail by the operator's server. The text is the title and the link, nothing else.</summary>
public sealed class MailCarrier(TellingOptions options) : IMailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Carried> CarryAsync(string to, Message message, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(to, out var mailbox)) return Carried.Gone;
        var mail = new MimeMessage(new[] { MailboxAddress.Parse(options.Mail.From!) }, new[] { mailbox }, message.Title, new TextPart("plain") { Text = $"{message.Title}\n{message.Link}\n" });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Mail.Host!, options.Mail.Port, SecureSocketOptions.Auto, patience.Token);
            if (options.Mail.User is { } user) await client.AuthenticateAsync(user, options.Mail.Password ?? "", patience.Token);
            await client.SendAsync(mail, patience.Token);
            await client.DisconnectAsync(true, patience.Token);
            return Carried.Sent;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Carried.Later;
        }
    }
}

/// <summary>Push by the services of the browsers' makers; they see when and to which device, not what.</summary>
public sealed class PushCarrier(TellingOptions options, RegistryDatabase registry, TimeProvider clock, HttpClient http) : IPushCarrier
{
    // Nobody makes this node call other addresses by naming them as a device's.
    private static readonly string[] Services = ["fcm.googleapis.com", ".push.services.mozilla.com", ".notify.windows.com", ".push.apple.com"];

    /// <summary>Whether an address is one of a known push service.</summary>
    public static bool IsService(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "" }
        && Services.Any(service => service[0] == '.' ? uri.Host.EndsWith(service, StringComparison.OrdinalIgnoreCase) : uri.Host.Equals(service, StringComparison.OrdinalIgnoreCase));

    public async Task<Carried> CarryAsync(PushDevice device, Message message, CancellationToken cancellation)
    {
        if (!IsService(device.Endpoint)) return Carried.Gone;
        try
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(await registry.Tellings.PushKeyAsync(cancellation), out _);
            using var request = Request(device, message, key);
            using var response = await http.SendAsync(request, cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Gone => Carried.Gone,
                _ => response.IsSuccessStatusCode ? Carried.Sent : Carried.Later,
            };
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return Carried.Later;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return Carried.Gone;
        }
    }

    private HttpRequestMessage Request(PushDevice device, Message message, ECDsa key)
    {
        var body = PushSealing.Seal(JsonSerializer.SerializeToUtf8Bytes(new { title = message.Title, link = message.Link }), Base64Url.DecodeFromChars(device.P256dh), Base64Url.DecodeFromChars(device.Auth));
        var request = new HttpRequestMessage(HttpMethod.Post, device.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("TTL", "86400");
        request.Headers.TryAddWithoutValidation("Authorization", PushSealing.Authorization(key, new(device.Endpoint), options.Contact ?? options.Address!, clock.GetUtcNow()));
        return request;
    }
}
