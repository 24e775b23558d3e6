using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>A form with one button that asks one act.</summary>
/// <param name="Act">Id of the act.</param>
/// <param name="To">Where it is sent.</param>
/// <param name="Hidden">What is sent along.</param>
public sealed record ActButton(Guid Act, string To, string Words, string Class, params (string Name, object Value)[] Hidden);

/// <summary>
/// Ids of the acts that the forms of a live room ask for. The same form at the same state of what it is about has the same id,
/// however often it is drawn: what did not change is not sent to forty phones again, and asking twice, from two devices even,
/// enters once. Nobody else can foresee an id, because a secret of this process goes into it.
/// </summary>
public static class ActIds
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    /// <param name="since">Goes first, so that the acts of one sitting lie together in the index of the book.</param>
    /// <param name="parts">Who asks for what, and the state of what it is about.</param>
    public static Guid Of(Instant since, params IEnumerable<object?> parts)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, since.ToUnixTimeMilliseconds() << 16);
        return Fill(id, parts);
    }

    /// <summary>The act of a form as it was filled in: other answers are another act, the same ones are the same act again.</summary>
    public static Guid Of(Guid form, IFormCollection answers)
    {
        Span<byte> id = stackalloc byte[16];
        form.TryWriteBytes(id, bigEndian: true, out _);
        var said = answers.Where(field => field.Key is not "act" && !field.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal);
        return Fill(id, [form, .. said.SelectMany(field => field.Value.Prepend(field.Key))]);
    }

    // The form of a version 7 id: a time, then what cannot be foreseen.
    private static Guid Fill(Span<byte> id, IEnumerable<object?> parts)
    {
        HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 10).CopyTo(id[6..]);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(id, bigEndian: true);
    }
}
