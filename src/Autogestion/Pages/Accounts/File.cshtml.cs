using System.Text;
using Autogestion.Domain.Accounts;
using Autogestion.Office.Accounts;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>The whole journal as a file for hledger, ledger or beancount, or as a table.</summary>
public sealed class FilePage : AccountsPages
{
    private const int WordsAtOnce = 500;

    [BindProperty(SupportsGet = true, Name = "ending")]
    public string Ending { get; set; } = "";

    private JournalFormat? Format => Enum.GetValues<JournalFormat>().Cast<JournalFormat?>().FirstOrDefault(format => PlainTextAccounts.Ending(format!.Value) == Ending);

    protected override bool Exists => Format is not null && Book.IsKept;

    public async Task<IActionResult> OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var names = await Words.ReadAsync(Registry.Texts, new(BookId), base.Texts(), T, cancel);
        var said = new Dictionary<int, string>();
        var writer = new PlainTextAccounts(Book, Format!.Value, new(account => account.Name is { } name ? names[name] : Wording.FactWording.Name(T, account.Role), transaction => said[transaction.Id.Value]));
        Response.ContentType = Format == JournalFormat.Csv ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{BookId}.{Ending}\"";
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(false));
        await SendAsync(writer.WriteHead, file);
        await foreach (var some in ChunksAsync(cancel))
        {
            var words = await Words.ReadAsync(Registry.Texts, new(BookId), some.Select(transaction => transaction.Words), T, cancel);
            foreach (var transaction in some) said[transaction.Id.Value] = transaction.Words is { } typed ? words[typed] : WordsOf(transaction);
            await SendAsync(text => some.ForEach(transaction => writer.Write(text, transaction)), file);
            said.Clear();
        }
        return new EmptyResult();
    }

    // The body of a response is written without waiting for whoever reads it.
    private static async Task SendAsync(Action<TextWriter> write, StreamWriter file)
    {
        using var text = new StringWriter();
        text.NewLine = "\n";
        write(text);
        await file.WriteAsync(text.GetStringBuilder());
        await file.FlushAsync();
    }

    private async IAsyncEnumerable<List<Transaction>> ChunksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var some = new List<Transaction>();
        await foreach (var transaction in Visit.Desk.WholeJournalAsync(cancel))
        {
            some.Add(transaction);
            if (some.Count < WordsAtOnce) continue;
            yield return some;
            some = [];
        }
        yield return some;
    }
}
