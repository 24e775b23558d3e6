using Autogestion.Book;
using Autogestion.Office.Desk;

namespace Autogestion.Web;

/// <summary>What a watcher may know without asking anybody: whether the process answers and its store can be read.</summary>
/// <param name="StoppedBooks">How many books take no more entries because something in them is not whole.</param>
public sealed record HealthReport(string Process, string Store, int StoppedBooks);

/// <summary>The address for watchers.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/health</c>: 200 when all is well, 503 when the store cannot be read.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", ReportAsync).ExcludeFromDescription();

    private static async Task<IResult> ReportAsync(Node node, CancellationToken cancellation)
    {
        var stopped = node.Books.Count(book => book.Broken is not null);
        return await CanReadAsync(node.Store, cancellation)
            ? TypedResults.Json(new HealthReport("ok", "ok", stopped))
            : TypedResults.Json(new HealthReport("ok", "unavailable", stopped), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> CanReadAsync(IBookStore store, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await store.HeadsAsync(patience.Token);
            return true;
        }
        catch (Exception e) when (e is BookStoreUnavailableException or OperationCanceledException)
        {
            return false;
        }
    }
}
