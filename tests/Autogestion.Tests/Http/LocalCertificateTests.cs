using System.Security.Cryptography.X509Certificates;
using Autogestion.Web;

namespace Autogestion.Tests.Http;

/// <summary>A certificate of one's own: trusted once, good for its names, and for nothing else.</summary>
public sealed class LocalCertificateTests
{
    [Fact]
    public void Whoever_trusts_the_authority_trusts_the_server_by_its_names_alone()
    {
        var folder = Directory.CreateTempSubdirectory("certificate-");
        try
        {
            Assert.Null(LocalCertificate.Find(folder.FullName));
            LocalCertificate.Make(["planta.local", "192.168.1.10"], DateTimeOffset.UtcNow).Write(folder.FullName);
            var found = LocalCertificate.Find(folder.FullName)!;
            Assert.Equal(["planta.local", "192.168.1.10"], found.Names);
            Assert.True(found.Server.HasPrivateKey);
            Assert.False(found.Authority.HasPrivateKey);
            Assert.True(found.Server.MatchesHostname("192.168.1.10") && found.Server.MatchesHostname("planta.local") && !found.Server.MatchesHostname("otra.local"));
            Assert.True(Chains(found.Authority, found.Server));
            Assert.False(Chains(LocalCertificate.Make(["planta.local"], DateTimeOffset.UtcNow).Authority, found.Server));
            Assert.Contains(found.Authority.Extensions, extension => extension is { Oid.Value: "2.5.29.30", Critical: true });
            Assert.Equal(79, found.Fingerprint.Length);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.FullName, "server.pem")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Chains(X509Certificate2 authority, X509Certificate2 server)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        return chain.Build(server);
    }
}
