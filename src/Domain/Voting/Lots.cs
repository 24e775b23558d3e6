using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Domain.Voting;

/// <summary>
/// A lot whose seed nobody could choose. Several people each commit to a secret by its hash; when all have, each reveals it; the seed is
/// the hash of all of them. Whoever knows the words can do it again with nothing but SHA-256.
/// </summary>
public static class Lots
{
    /// <summary>What a person commits with: hex of SHA-256 over the person's id, a space and the secret, in NFC and UTF-8.</summary>
    public static string Commitment(PersonId person, string secret) => Hash($"{person} {secret.Normalize(NormalizationForm.FormC)}");

    /// <summary>The seed: hex of SHA-256 over the secrets in the order of the persons' ids, each in a line of its own.</summary>
    public static string Seed(IEnumerable<(PersonId Person, string Secret)> revealed) =>
        Hash(string.Concat(revealed.OrderBy(one => one.Person.Value.ToString(), StringComparer.Ordinal).Select(one => $"{one.Person} {one.Secret.Normalize(NormalizationForm.FormC)}\n")));

    /// <summary>Options from 1 in the order of the lot: by the hex of SHA-256 over seed, a space and the number; the smallest is first.</summary>
    public static ImmutableArray<int> Order(string seed, int options) =>
        [.. Enumerable.Range(1, options).OrderBy(option => Hash(string.Create(CultureInfo.InvariantCulture, $"{seed} {option}")), StringComparer.Ordinal)];

    private static string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
