using System.Text.Json;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Office.Secrecy;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Api;

/// <summary>Asks for an envelope: the act's id, made by the client, and what is to be signed blindly, in base64.</summary>
public sealed record EnvelopeRequest(Guid Id, AssemblyId Assembly, string Blinded);

/// <summary>What was signed blindly, in base64.</summary>
public sealed record EnvelopeAnswer(string Signature);

/// <summary>A ballot in its envelope: message and signature in base64, and the ballot in its one spelling.</summary>
public sealed record BallotRequest(string Message, string Signature, string Ballot);

/// <summary>What became of a ballot.</summary>
public sealed record BallotAnswer(CastAnswer Answer, string Words);

/// <summary>What two tellers counted on paper.</summary>
public sealed record PapersRequest(Guid Id, AssemblyId Assembly, ImmutableArray<PersonId> Tellers, ImmutableArray<Pile> Ballots);

/// <summary>
/// The two steps of a secret vote. Envelopes are asked for by a person with a session; a ballot comes without any: whoever sends
/// a cookie along is turned away, nothing about the request is written down, and the limit on how often counts no addresses.
/// </summary>
public static class BallotEndpoints
{
    /// <summary>Where ballots are cast, within a book.</summary>
    public const string BoxPath = "/api/ballot-box/";

    private const int MostBytes = 4096;

    public static void MapBallots(this IEndpointRouteBuilder api)
    {
        api.MapView<SecretVoteView>("secret-vote/{motion}", Audience.Members, "A secret vote of a sitting under way.", View);
        api.MapPost("envelope/{motion:int}", DrawAsync).WithSummary("Take one's envelope for a secret vote. The same request again gets the same answer.")
            .Accepts<EnvelopeRequest>("application/json").Produces<EnvelopeAnswer>();
        api.MapPost("papers/{motion:int}", HandInAsync).WithSummary("Put the tellers' count of the papers of a secret vote into the box.")
            .Accepts<PapersRequest>("application/json");
        api.MapPost("ballot-box/{motion:int}", CastAsync).WithSummary("Cast a ballot in its envelope: without session, cookie or person.")
            .Accepts<BallotRequest>("application/json").Produces<BallotAnswer>();
    }

    private static SecretVoteView? View(ViewRequest request, Say say) => (
        from assembly in request.Visit.State.Assemblies.Current.Values
        from motion in assembly.Motions.Values
        where motion.Id.Value == request.Number("motion") && motion.Vote?.Secret is not null
        let secret = motion.Vote!.Secret!
        select new SecretVoteView(
            assembly.Id, motion.Id, secret.Key, secret.Envelopes.Count, secret.IsDrawing, secret.IsCasting, secret.PaperOnly, secret.IsClosed, secret.Ballots)).FirstOrDefault();

    private static async Task<IResult> DrawAsync(string book, int motion, HttpContext context, Node node, Visits visits, Reader reader)
    {
        if (!Caller.IsFromHere(context.Request)) return Answers.Plain(StatusCodes.Status403Forbidden, reader);
        if (await visits.ToAsync(book) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (visit.Viewer.Person is not { } person) return Answers.Plain(StatusCodes.Status401Unauthorized, reader);
        if (await ReadAsync<EnvelopeRequest>(context) is not { } asked || Bytes(asked.Blinded) is not { } blinded) return Answers.Plain(StatusCodes.Status400BadRequest, reader);
        return await EnvelopeAsync(node, visit, person, new(asked.Id, asked.Assembly, asked.Blinded), new(motion), blinded, reader);
    }

    /// <summary>Enters that a person takes an envelope, and signs it. Who has one already and asks for the very same gets it again.</summary>
    internal static async Task<IResult> EnvelopeAsync(Node node, Visit visit, PersonId person, EnvelopeRequest asked, MotionId motion, byte[] blinded, Reader reader)
    {
        var answer = await node.AskAsync(new(visit.Book.Id, asked.Id, person, new DrawEnvelope(asked.Assembly, motion, BallotOffice.DigestOf(blinded)), new Authority.Membership()));
        return await node.Ballots.SignAsync(visit.Book.Id, motion, person, blinded) is { } signature
            ? TypedResults.Json(new EnvelopeAnswer(Convert.ToBase64String(signature)), JsonForm.Options)
            : answer is ActAnswer.Entered ? Answers.Plain(StatusCodes.Status400BadRequest, reader) : Answers.Of(answer, reader, visit.State.Statutes.Preset);
    }

    private static async Task<IResult> CastAsync(string book, int motion, HttpContext context, Node node, Reader reader)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Headers.Cookie.Count > 0) return Answers.Plain(StatusCodes.Status400BadRequest, reader);
        if (node.Find(new(book)) is null) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (await ReadAsync<BallotRequest>(context) is not { } asked || Bytes(asked.Message) is not { } message || Bytes(asked.Signature) is not { } signature)
            return Answers.Plain(StatusCodes.Status400BadRequest, reader);
        var answer = await node.Ballots.CastAsync(new(book), new(motion), message, signature, asked.Ballot, context.RequestAborted);
        return TypedResults.Json(new BallotAnswer(answer, reader.Name(answer)), JsonForm.Options, statusCode: answer == CastAnswer.InTheBox ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> HandInAsync(string book, int motion, HttpContext context, Node node, Visits visits, Reader reader)
    {
        if (!Caller.IsFromHere(context.Request)) return Answers.Plain(StatusCodes.Status403Forbidden, reader);
        if (await visits.ToAsync(book) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (visit.Viewer.Person is not { } person) return Answers.Plain(StatusCodes.Status401Unauthorized, reader);
        if (await ReadAsync<PapersRequest>(context) is not { Tellers.IsDefault: false, Ballots.IsDefault: false } asked) return Answers.Plain(StatusCodes.Status400BadRequest, reader);
        var request = new ActRequest(visit.Book.Id, asked.Id, person, new HandInPapers(asked.Assembly, new(motion), asked.Tellers));
        return Answers.Of(await node.Ballots.HandInAsync(request, new(asked.Ballots)), reader, visit.State.Statutes.Preset);
    }

    private static byte[]? Bytes(string? text)
    {
        var bytes = new byte[1024];
        return text is { Length: > 0 and <= 1024 } && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        if (!context.Request.HasJsonContentType() || context.Request.ContentLength is null or > 16 * MostBytes) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, JsonForm.Options, context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
