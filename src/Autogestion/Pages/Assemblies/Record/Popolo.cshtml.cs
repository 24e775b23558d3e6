using System.Text.Json;
using Autogestion.Documents;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Bodies, posts, memberships, motions and votes as Popolo JSON, with the newest sittings or those before a number.</summary>
public sealed class PopoloPage() : RoomPage(Audience.Members)
{
    private const int Most = 20;

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty(SupportsGet = true, Name = "names")]
    public string? Names { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public int Before { get; set; } = int.MaxValue;

    protected override IEnumerable<Text?> Texts() => [];

    public async Task<IActionResult> OnGetAsync()
    {
        var records = new List<AssemblyRecord>();
        foreach (var past in Visit.State.Assemblies.Past.Reverse().Where(past => past.Key < Before && past.Value.Held).Take(Most))
            if (await Visit.Desk.ReadAsync(past.Value.Id, HttpContext.RequestAborted) is { } record) records.Add(record);
        var words = await Web.Words.ReadAsync(Registry.Texts, new(BookId), Popolo.Texts(Visit, records), T, HttpContext.RequestAborted);
        return Content(new Popolo(Visit, words, Names == "yes").Write(records).ToJsonString(Form), "application/json; charset=utf-8");
    }
}
