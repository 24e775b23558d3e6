using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Pages.Assemblies.Secret;

/// <summary>What people read to each other to see that they look at the same thing.</summary>
public static class Seals
{
    /// <summary>Eight digits of a long text, in two groups: every phone in a room must show the same for the key of a vote.</summary>
    public static string Brief(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) is var digits ? $"{digits[..4]} {digits[4..8]}" : "";
}
