using System.Buffers.Text;
using System.Text;
using System.Xml.Linq;
using Autogestion.Registry.Keys;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Autogestion.Registry;

/// <summary>Seals the keys of sessions with the registry's key before they are stored.</summary>
internal sealed class SessionKeySeal(MasterKey master) : IXmlEncryptor
{
    const string Context = "session-key";
    static readonly XName Sealed = "sealedByRegistry";

    readonly Sealer _sealer = new(master.Derive("sessions"));

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement(Sealed, Base64Url.EncodeToString(_sealer.Seal(plain, Context))), typeof(SessionKeyOpener));
    }

    internal XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(_sealer.Open(Base64Url.DecodeFromChars(encryptedElement.Value), Context)));
}

/// <summary>What ASP.NET Core makes by its name when it meets a sealed key.</summary>
public sealed class SessionKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<RegistryDatabase>().SessionKeySeal.Decrypt(encryptedElement);
}
