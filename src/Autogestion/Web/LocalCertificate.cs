using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Autogestion.Web;

/// <summary>The certificate of its own with which this program serves, if it has one.</summary>
public sealed record LocalTrust(LocalCertificate? Certificate);

/// <summary>
/// A certificate of one's own for a network without internet. An authority is made that may vouch only for the names given,
/// signs the server's certificate, and its key is thrown away at once: nobody can ever sign anything else with it, and whoever
/// trusts it trusts these names and nothing more.
/// </summary>
public sealed record LocalCertificate(X509Certificate2 Authority, X509Certificate2 Server)
{
    /// <summary>Phones do not accept longer ones.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(820);

    private const string AuthorityFile = "authority.crt", ServerFile = "server.pem";

    /// <summary>SHA-256 of the authority, as devices show it.</summary>
    public string Fingerprint => string.Join(' ', Authority.GetCertHashString(HashAlgorithmName.SHA256).Chunk(4).Select(four => new string(four)));

    /// <summary>Host names and addresses it is good for.</summary>
    public IEnumerable<string> Names => Server.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => $"{address}")));

    /// <summary>Makes one.</summary>
    /// <param name="names">Host names and addresses.</param>
    public static LocalCertificate Make(IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (from, to) = (now.AddDays(-1), now + Lasts);
        var authority = new CertificateRequest("CN=Autogestión " + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3)), authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        authority.CertificateExtensions.Add(Only(names));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, false));
        using var signing = authority.CreateSelfSigned(from, to);

        var server = new CertificateRequest($"CN={names.First()}", serverKey, HashAlgorithmName.SHA256);
        server.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        server.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        server.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            if (IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        server.CertificateExtensions.Add(alternatives.Build());
        using var signed = server.Create(signing, from, to, RandomNumberGenerator.GetBytes(16));
        return new(X509CertificateLoader.LoadCertificate(signing.RawData), signed.CopyWithPrivateKey(serverKey));
    }

    /// <summary>Writes it into a folder; the server's key is readable by nobody else.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, AuthorityFile), Authority.RawData);
        using var key = Server.GetECDsaPrivateKey()!;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(Path.Combine(folder, ServerFile), options);
        stream.WriteLine(Server.ExportCertificatePem());
        stream.WriteLine(key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The certificate in a folder, or null.</summary>
    public static LocalCertificate? Find(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ServerFile))) return null;
        using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(folder, ServerFile));
        // Some systems do not serve with a key that was never in a store.
        return new(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, AuthorityFile)), X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null));
    }

    // RFC 5280, section 4.2.1.10: the authority vouches for these names and addresses alone.
    private static X509Extension Only(IEnumerable<string> names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            foreach (var name in names)
                using (writer.PushSequence())
                    if (IPAddress.TryParse(name, out var address))
                        writer.WriteOctetString([.. address.GetAddressBytes(), .. address.GetAddressBytes().Select(_ => (byte)0xFF)], new Asn1Tag(TagClass.ContextSpecific, 7));
                    else writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
        return new("2.5.29.30", writer.Encode(), critical: true);
    }
}
