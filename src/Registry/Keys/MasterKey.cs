using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Registry.Keys;

/// <summary>
/// The registry's master key: 32 random bytes in a file that only its owner can read (mode 600).
/// It never seals anything itself; each concern derives its own key from it (HKDF, RFC 5869).
/// </summary>
internal sealed class MasterKey
{
    const string Heading = "autogestion-registry-key-1";
    const int Length = 32;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly byte[] _key;

    MasterKey(byte[] key) => _key = key;

    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, info: Encoding.UTF8.GetBytes("autogestion/registry/" + purpose));

    public static MasterKey Read(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) != 0)
            throw new RegistryUnusableException("The registry's key file can be read by others. Set its mode to 600 and consider who may have copied it.");
        var lines = File.ReadAllLines(file);
        var key = new byte[Length];
        if (lines.Length < 2 || lines[0] != Heading
            || !Base64Url.TryDecodeFromChars(lines[1], key, out var written) || written != Length)
            throw new RegistryUnusableException("The registry's key file is damaged. Restore it from the copy that was kept with the backup.");
        return new MasterKey(key);
    }

    /// <summary>Creates the file unless somebody else just did; either way what is read afterwards is what stands there.</summary>
    public static MasterKey Create(string file)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        WriteDurably(draft, $"{Heading}\n{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length))}\n");
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
        return Read(file);
    }

    static void WriteDurably(string file, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(content));
        stream.Flush(flushToDisk: true);
    }
}
