using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;
using NodaTime.Text;

namespace Autogestion.Office.Desk;

/// <summary>
/// What somebody who was refused may take along, to appeal with: which act, by its hash, was refused under which rule, at which
/// position and when, signed with the key of the book (C2SP signed-note). It is not in the book.
/// </summary>
/// <param name="Act">Stored name of the act.</param>
/// <param name="Hash">Base64url of SHA-256 over the act as JSON.</param>
/// <param name="Code">The code of the refusal.</param>
/// <param name="Position">How far the book had come when it was decided.</param>
public sealed record RefusalSlip(CollectiveId Collective, string Act, string Hash, PersonId Person, string Code, Cited? Rule, long Position, Instant At)
{
    private const string Head = "autogestion.refusal/1";

    /// <summary>The signed slip of a refusal, as text.</summary>
    public static string Sign(NoteSigner signer, CollectiveId collective, PersonId person, Act act, ActAnswer.Refused refused)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(act, JsonForm.Options)));
        var slip = new RefusalSlip(collective, Catalogue.House.Of(act).Name, hash, person, refused.Refusal.Code.Name, refused.Refusal.Rule, refused.Position, refused.At);
        return SignedNote.Sign(slip.Text(), signer).ToString();
    }

    /// <summary>Reads a slip that one of these keys signed; null for anything else. Line ends and blanks around it do not matter.</summary>
    public static RefusalSlip? Read(string? text, IEnumerable<NoteVerifier> keys)
    {
        try
        {
            var note = SignedNote.Parse((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim() + "\n");
            return note.VerifiedBy(keys).Count > 0 ? Parse(note.Text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string Text() => string.Create(CultureInfo.InvariantCulture,
        $"{Head}\n{Collective}\nact {Act}\nhash {Hash}\nperson {Person}\nrefused {Code}\nrule {Rule?.Rule}\nsource {Rule?.Source}\narticle {Rule?.Article}\nposition {Position}\ntime {InstantPattern.ExtendedIso.Format(At)}\n");

    private static RefusalSlip? Parse(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length != 11 || lines[0] != Head) return null;
        string? Part(int line, string name) => lines[line].StartsWith(name + " ", StringComparison.Ordinal) ? lines[line][(name.Length + 1)..] : null;
        if (Part(2, "act") is not { } act || Part(3, "hash") is not { } hash || !Guid.TryParse(Part(4, "person"), out var person) || Part(5, "refused") is not { } code
            || Part(6, "rule") is not { } rule || Part(7, "source") is not { } source || Part(8, "article") is not { } article
            || !long.TryParse(Part(9, "position"), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            || InstantPattern.ExtendedIso.Parse(Part(10, "time") ?? "") is not { Success: true, Value: var at })
            return null;
        return new(new(lines[1]), act, hash, new(person), code, rule.Length == 0 ? null : new(rule, article, source), position, at);
    }
}
