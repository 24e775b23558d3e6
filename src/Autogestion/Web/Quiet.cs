namespace Autogestion.Web;

/// <summary>
/// What is logged: warnings, and the faults that <see cref="Troubles"/> writes itself.
/// No addresses with what follows a question mark, no names, no codes, nothing typed.
/// </summary>
public static class Quiet
{
    /// <summary>Logs to the console alone, and little.</summary>
    public static void KeepQuiet(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = false;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        logging.SetMinimumLevel(LogLevel.Warning);
        // These write the message of the fault, or the whole address: Troubles says the same without either.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.HttpOverrides", LogLevel.Error);
    }
}
