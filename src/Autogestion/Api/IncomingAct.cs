using System.Runtime.InteropServices;
using System.Text.Json;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;
using Autogestion.Registry;

namespace Autogestion.Api;

/// <summary>The body of a request for an act, its own members read and the act's still to be read.</summary>
/// <param name="Id">Made by the client: a repeat with the same id writes nothing twice.</param>
/// <param name="Act">Stored name of the act.</param>
/// <param name="Data">The act's members, as sent.</param>
/// <param name="Newcomer">Who is to be written down first, when the act brings somebody new.</param>
public sealed record IncomingAct(Guid Id, string Act, ReadOnlyMemory<byte> Data, Authority? Authority, Instant? Happened, PersonDetails? Newcomer)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonForm.MaxDepth + 2, AllowDuplicateProperties = false };
    private static readonly string[] Known = ["id", "act", "data", "authority", "happened", "newcomer"];

    /// <summary>Reads the body, or says what is wrong with it.</summary>
    public static (IncomingAct? Act, Fault? Fault) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair in a name is found only when the name is read.
            return (null, new(FaultKind.NotJson, ""));
        }
    }

    private static (IncomingAct? Act, Fault? Fault) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return (null, new(FaultKind.WrongValue, "", "object"));
        foreach (var member in body.EnumerateObject())
            if (!Known.Contains(member.Name)) return (null, new(FaultKind.UnknownMember, "/" + member.Name));
        if ((Missing(body, "id") ?? Missing(body, "act") ?? Missing(body, "data")) is { } missing) return (null, missing);
        if (body.GetProperty("id") is not { ValueKind: JsonValueKind.String } id || !id.TryGetGuid(out var guid) || guid == Guid.Empty) return (null, new(FaultKind.WrongValue, "/id", "string uuid"));
        if (body.GetProperty("act") is not { ValueKind: JsonValueKind.String } act) return (null, new(FaultKind.WrongValue, "/act", "string"));
        var authority = Optional<Authority>(body, "authority");
        if (authority.Fault is { } wrongAuthority) return (null, wrongAuthority);
        var happened = Optional<Instant?>(body, "happened");
        if (happened.Fault is { } wrongTime) return (null, wrongTime);
        var newcomer = Optional<PersonDetails>(body, "newcomer");
        if (newcomer.Fault is { } wrongPerson) return (null, wrongPerson);
        return (new(guid, act.GetString()!, JsonMarshal.GetRawUtf8Value(body.GetProperty("data")).ToArray(), authority.Value, happened.Value, newcomer.Value), null);
    }

    private static Fault? Missing(JsonElement body, string name) => body.TryGetProperty(name, out _) ? null : new(FaultKind.MissingMember, "/" + name);

    private static (T? Value, Fault? Fault) Optional<T>(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value)) return (default, null);
        try
        {
            return value.Deserialize<T>(JsonForm.Options) is { } read ? (read, null) : (default, Wrong());
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return (default, Wrong());
        }

        Fault Wrong() => new(FaultKind.WrongValue, "/" + name, Shapes.Form(typeof(T)));
    }
}
