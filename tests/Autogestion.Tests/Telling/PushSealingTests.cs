using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Autogestion.Telling;

namespace Autogestion.Tests.Telling;

/// <summary>Messages for devices are sealed as RFC 8291 says, held to its own example, and claims are signed as RFC 8292 says.</summary>
public sealed class PushSealingTests
{
    // RFC 8291, appendix A.
    private const string Message = "When I grow up, I want to be a watermelon";
    private const string Auth = "BTBZMqHH6r4Tts7J_aSIgg";
    private const string DevicePublic = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string OurPrivate = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private const string OurPublic = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private const string Salt = "DGv6ra1nlYgDCS1FRnbzlw";
    private const string Body = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Fact]
    public void The_example_of_the_standard_comes_out_byte_for_byte()
    {
        var own = Bytes(OurPublic);
        using var ours = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes(OurPrivate), Q = new() { X = own[1..33], Y = own[33..] } });
        Assert.Equal(Body, Base64Url.EncodeToString(PushSealing.Seal(Encoding.UTF8.GetBytes(Message), Bytes(DevicePublic), Bytes(Auth), ours, Bytes(Salt))));
    }

    [Fact]
    public void The_same_message_is_never_sealed_alike_twice() => Assert.NotEqual(
        PushSealing.Seal("hola"u8, Bytes(DevicePublic), Bytes(Auth)), PushSealing.Seal("hola"u8, Bytes(DevicePublic), Bytes(Auth)));

    [Fact]
    public void A_claim_is_signed_for_the_service_and_for_half_a_day()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var said = PushSealing.Authorization(key, new("https://updates.push.services.mozilla.com/wpush/v2/abc"), "mailto:nodo@example.org", now);
        Assert.StartsWith("vapid t=", said, StringComparison.Ordinal);
        var token = said["vapid t=".Length..said.IndexOf(',', StringComparison.Ordinal)].Split('.');
        Assert.EndsWith($", k={PushSealing.PublicKey(key)}", said, StringComparison.Ordinal);
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Bytes(token[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        using var claims = JsonDocument.Parse(Bytes(token[1]));
        Assert.Equal("https://updates.push.services.mozilla.com", claims.RootElement.GetProperty("aud").GetString());
        Assert.Equal(now.AddHours(12).ToUnixTimeSeconds(), claims.RootElement.GetProperty("exp").GetInt64());
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8080/abc", false)]
    [InlineData("https://fcm.googleapis.com.example.org/abc", false)]
    [InlineData("https://somebody@fcm.googleapis.com/abc", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("nonsense", false)]
    public void Only_known_services_are_called(string address, bool known) => Assert.Equal(known, PushCarrier.IsService(address));

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
