using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Pages.Assemblies.Live;
using Autogestion.Pages.Calendar;
using Autogestion.Web;

namespace Autogestion.Api;

/// <summary>The interface for programs: acts and views of a collective under <c>/c/{book}/api</c>, described at <c>/api/openapi.json</c>.</summary>
public static class Interface
{
    /// <summary>Adds what the interface needs.</summary>
    public static void AddInterface(this IServiceCollection services)
    {
        services.AddScoped<ActsEndpoint>();
        services.AddScoped<Newcomers>();
        services.AddSingleton<Seals>();
        services.AddSingleton(new LiveSource("/Pages/Assemblies/Live", LiveRoom.Parts, LiveRoom.Boards, LiveRoom.Texts, LiveRoom.Of));
        services.AddSingleton<LiveSeats>(_ => new());
        services.AddSingleton<LiveBoards>();
        services.AddScoped<LiveFragments>();
        services.AddScoped<LiveEndpoint>();
        services.AddDescription();
    }

    /// <summary>Maps acts, views and the description.</summary>
    public static void MapInterface(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/c/{book}/api");
        api.MapPost("acts", ActsEndpoint.PostAsync).WithName(Description.ActsName).WithSummary("Ask an act. Under the same authority as the pages.");
        api.MapView<CollectiveView>("collective", Audience.Public, "The collective as such.", StateViews.Collective);
        api.MapView<StatutesView>("statutes", Audience.Public, "The rules in force, each with the layer that set it.", StateViews.Statutes);
        api.MapView<IReadOnlyList<MemberView>>("members", Audience.Members, "Everybody the collective knows.", StateViews.Members);
        api.MapView<IReadOnlyList<PostView>>("posts", Audience.Members, "Posts and live mandates.", StateViews.Posts);
        api.MapView<IReadOnlyList<SeatsView>>("bodies", Audience.Members, "Bodies with who sits in them.", SanctionViews.Bodies);
        api.MapView<IReadOnlyList<ProcedureView>>("sanctions", Audience.Public, "The procedures that the reader may see.", SanctionViews.Procedures);
        api.MapView<IReadOnlyList<ObservationView>>("observations", Audience.Members, "What auditors observed, and what was answered.", SanctionViews.Observations);
        api.MapView<IReadOnlyList<AssemblyLine>>("assemblies", Audience.Members, "Sittings, the newest first.", StateViews.Assemblies);
        api.MapView<AssemblyView>("assembly/{number}", Audience.Members, "One sitting with all that happened in it.", StateViews.AssemblyAsync);
        api.MapView<RoomView>("assembly/{number}/room", Audience.Members, "Who is there, who speaks and what is proposed about motions, in a sitting under way.", RoomViews.Room);
        api.MapView<IReadOnlyList<ResolutionView>>("resolutions", Audience.Members, "Resolutions, the newest first.", StateViews.Resolutions);
        api.MapView<IReadOnlyList<PetitionView>>("petitions", Audience.Members, "Petitions for an assembly.", StateViews.Petitions);
        api.MapView<IReadOnlyList<PendingSignatureView>>("signatures", Audience.Members, "Acts with one signature that wait for a second.", StateViews.Signatures);
        api.MapView<FoliosView>("folios", Audience.Members, "The folios of every minute book, void ones too.", PaperViews.Folios);
        api.MapView<SearchView>("search", Audience.Public, "Words in notices, motions, resolutions and minutes, as far as the reader may see them.", PaperViews.SearchAsync);
        api.MapView<IReadOnlyList<ConcernView>>("telling", Audience.Members, "Entries that concern the reader, the newest first.", PaperViews.ConcernsAsync);
        api.MapView<IReadOnlyList<EntryView>>("entries", Audience.Public, "Entries after a position; of those not for the reader, only the hash.", EntryViews.ListAsync);
        api.MapView<ProvenEntry>("entry/{position}", Audience.Public, "An entry with the proof that it is in the book.", EntryViews.OneAsync);
        api.MapView<IReadOnlyList<DueLine>>("calendar", Audience.Members, "What is due until thirteen months ahead, with the rule that sets each date.", CalendarViews.Calendar);
        api.MapView<IReadOnlyList<DutyLine>>("duties", Audience.Members, "Common duties with their turns and the fairness counter.", CalendarViews.Duties);
        api.MapView<WorkLine>("work", Audience.Members, "Work of this month: who is in, hours by person, by workshop and task, and of people who are no members.", WorkViews.Work);
        api.MapView<AccountsLine>("accounts", Audience.Members, "The trial balance of this year.", EconomyViews.Accounts);
        api.MapView<PayLines>("pay", Audience.Members, "How everybody is paid, with every slip of the last three months.", EconomyViews.Pay);
        api.MapView<MirrorLine>("mirror", Audience.Members, "The signs of the mirror, month by month.", CalendarViews.Mirror);
        api.MapView<CallingLine>("calling", Audience.Members, "Requests for items, proposals of assemblies without notice, demands of auditors, and what waits for the next agenda.", CalendarViews.Calling);
        api.MapCalendarFiles();
        api.MapView<IReadOnlyList<EpochView>>("epochs", Audience.Public, "New epochs that the book began after a restore, with what was lost.", Seals.EpochsAsync);
        api.MapGet("checkpoint", CheckpointAsync).WithSummary("Size and root of the book, signed. Seen by: Public.").WithMetadata(new SeenBy(Audience.Public)).Produces<SealView>();
        api.MapGet("consistency", ConsistencyAsync).WithSummary("The proof that the book only grew from one size to another. Seen by: Public.").WithMetadata(new SeenBy(Audience.Public)).Produces<GrowthView>();
        api.MapGet("live/{assembly:int}", LiveEndpoint.GetAsync).WithSummary("Server-sent events: fragments of the page of a sitting, as they change. Seen by: Members.").WithMetadata(new SeenBy(Audience.Members));
        api.MapBallots();
        routes.MapDescription();
    }

    private static async Task<IResult> CheckpointAsync(string book, Visits visits, Seals seals, Reader reader, long at = 0) =>
        await visits.ToAsync(book, at) is { } visit
            ? TypedResults.Json(await seals.OfAsync(visit, at), Office.Codec.JsonForm.Options)
            : Answers.Plain(StatusCodes.Status404NotFound, reader);

    private static async Task<IResult> ConsistencyAsync(string book, HttpContext http, Visits visits, Reader reader, long from, long? to = null)
    {
        if (await visits.ToAsync(book, Math.Max(from, to ?? 0), http.RequestAborted) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        var size = to ?? visit.Book.Position;
        if (from < 0 || from > size || size > visit.Book.Position) return Answers.Plain(StatusCodes.Status400BadRequest, reader);
        var tree = EntryViews.Tree(new(visit, http));
        var proof = await tree.ConsistencyAsync(from, size, http.RequestAborted);
        var root = await tree.RootAsync(size, http.RequestAborted);
        return TypedResults.Json(new GrowthView(from, size, root.ToString(), [.. proof.Select(hash => hash.ToString())]), Office.Codec.JsonForm.Options);
    }
}
