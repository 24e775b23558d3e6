using System.Security.Cryptography;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Registry;
using Autogestion.Telling;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Telling;

/// <summary>What concerns me: what is called, what was decided, what names me; and how I want to be told of it outside.</summary>
public sealed class TellingPage(TellingOptions options) : RoomPage(Audience.Members)
{
    private const int Most = 60;

    [BindProperty]
    public TellingMeans Means { get; set; }

    [BindProperty]
    public TellingRhythm Rhythm { get; set; }

    [BindProperty]
    public string? Endpoint { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public long UpTo { get; set; }

    public TellingChoice? Choice { get; private set; }

    /// <summary>The newest first, read or not, as far back as is looked.</summary>
    public IReadOnlyList<Concern> Shown { get; private set; } = [];

    public int Devices { get; private set; }

    public bool HasAddress { get; private set; }

    public string? PushKey { get; private set; }

    public TellingOptions Options => options;

    public EntryWording Tell => new(T, Visit, Words);

    public bool IsRead(Concern concern) => concern.Entry.Position <= Choice!.ReadTo;

    public IEnumerable<(string, string)> Rhythms => Enum.GetValues<TellingRhythm>().Select(rhythm => ($"{rhythm}", T[$"telling.rhythm.{rhythm}"]));

    protected override IEnumerable<Text?> Texts() => EntryWording.Texts(Visit.State, Shown.Select(concern => concern.Entry.Recorded));

    protected override async Task LoadAsync()
    {
        var (collective, cancellation) = (new CollectiveId(BookId), HttpContext.RequestAborted);
        var person = Visit.Viewer.Person!.Value;
        Choice = await Registry.Tellings.FindAsync(collective, person, cancellation);
        Shown = await Concerns.SinceAsync(Visit.Desk, Visit.Book, Visit.Viewer, 0, Most, cancellation);
        Devices = (await Registry.Tellings.DevicesAsync(collective, person, cancellation)).Count;
        HasAddress = (await Registry.Persons.FindAsync(collective, person, cancellation))?.Details.Email is not null;
        if (!options.CanPush) return;
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(await Registry.Tellings.PushKeyAsync(cancellation), out _);
        PushKey = PushSealing.PublicKey(key);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostReadAsync()
    {
        if (Visit.Viewer.Person is { } person)
            await Registry.Tellings.MarkReadAsync(new(BookId), person, Math.Clamp(UpTo, 0, Visit.Book.Position), HttpContext.RequestAborted);
        return Back(T["telling.done.read"]);
    }

    public async Task<IActionResult> OnPostChooseAsync()
    {
        if (!Enum.IsDefined(Means) || !Enum.IsDefined(Rhythm) || Visit.Viewer.Person is not { } person) return BadRequest();
        await Registry.Tellings.ChangeAsync(new(BookId), person, choice => choice with
        {
            Means = Means,
            Rhythm = Rhythm,
            ToldTo = Math.Max(choice.ToldTo, Visit.Book.Position),
            NextAt = Teller.Next(Means, Rhythm, Visit.Now, Visit.State.Deed.Zone),
            Tries = 0,
        }, HttpContext.RequestAborted);
        return Back(T["telling.done.chosen"]);
    }

    public async Task<IActionResult> OnPostDeviceAsync()
    {
        if (Visit.Viewer.Person is not { } person || Endpoint is not { Length: < 1000 } || !PushCarrier.IsService(Endpoint) || Key is not { Length: 87 } || Secret is not { Length: 22 }) return BadRequest();
        await Registry.Tellings.AddDeviceAsync(new(BookId), person, new(Endpoint, Key, Secret), HttpContext.RequestAborted);
        Means = TellingMeans.Push;
        return await OnPostChooseAsync();
    }

    public async Task<IActionResult> OnPostForgetAsync()
    {
        if (Visit.Viewer.Person is { } person) await Registry.Tellings.ForgetAsync(new(BookId), person, cancel: HttpContext.RequestAborted);
        return Back(T["telling.done.forgotten"]);
    }

    private LocalRedirectResult Back(string done)
    {
        TempData.Tell(done);
        return LocalRedirect($"/c/{BookId}/telling");
    }
}
