using System.Security.Cryptography;

namespace Autogestion.Registry;

/// <summary>
/// The code that is printed: 16 characters of Crockford's base 32 (80 bits) in groups of four. Read tolerantly: case, spaces
/// and hyphens do not matter, O is zero, I and L are one.
/// </summary>
internal static class InvitationCode
{
    public const int Length = 16;
    public const int LocatorLength = 4;
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string Print(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <returns>Nothing if it cannot be a code at all.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
            return null;
        var code = new string([.. typed.Where(c => c is not ('-' or ' ')).Select(c => char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        })]);
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
