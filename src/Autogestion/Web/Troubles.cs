using Autogestion.Book;

namespace Autogestion.Web;

/// <summary>
/// What happens when something goes wrong: a page that says so in the reader's language, and one line in the log with the kind
/// of fault, where it happened and its number. Messages of faults may quote what people typed, and are never logged.
/// </summary>
public static partial class Troubles
{
    /// <summary>Where the pages about faults live; the status follows.</summary>
    public const string ErrorPath = "/error/";

    /// <summary>Shows pages for faults and for empty answers that say no.</summary>
    public static void UseTroublePages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPath + "500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute(ErrorPath + "{0}");
        app.Use(NoteAsync);
    }

    private static int StatusOf(Exception fault) => fault switch
    {
        BookStoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            var abandoned = fault is OperationCanceledException && context.RequestAborted.IsCancellationRequested;
            if (!abandoned && fault is not BadHttpRequestException)
            {
                var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Autogestion.Trouble");
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
                Note(logger, context.TraceIdentifier, context.Request.Method, route, fault.GetType().FullName!, fault.InnerException?.GetType().FullName, fault.StackTrace);
            }
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Number} {Method} {Route}: {Fault} {Inner}\n{Where}")]
    private static partial void Note(ILogger logger, string number, string method, string route, string fault, string? inner, string? where);
}
