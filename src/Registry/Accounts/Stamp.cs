using System.Buffers.Text;
using System.Security.Cryptography;

namespace Autogestion.Registry;

/// <summary>Random marks of 160 bits: security and concurrency stamps.</summary>
internal static class Stamp
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));
}
