using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's minute books: every folio written down one by one.</summary>
internal sealed partial class Judge
{
    private readonly Dictionary<(BodyId Body, int Book), List<int>> folios = [];
    private readonly Dictionary<BodyId, int> volumes = [];
    private readonly Dictionary<BodyId, int> firsts = [];
    private readonly Dictionary<int, int> minutesNumbers = [];
    private readonly Dictionary<BodyId, int> lastOnFolios = [];
    private readonly HashSet<int> foliated = [];

    private void JudgeFolios(Entry entry)
    {
        switch (entry)
        {
            case MinutesDrawnUp drawn:
                minutesNumbers.Add(drawn.Assembly.Value, drawn.Number);
                break;
            case MinuteBookOpened opened:
                Demand(Has(Power.KeepMinutes), "who keeps minutes opens volumes");
                var used = folios.ContainsKey((opened.Body, volumes.GetValueOrDefault(opened.Body, 1)));
                Demand(opened.Book == volumes.GetValueOrDefault(opened.Body, 1) + (used ? 1 : 0), "volumes follow one another");
                (volumes[opened.Body], firsts[opened.Body]) = (opened.Book, opened.First);
                break;
            case FoliosVoided voided:
                Use(voided.Body, voided.Book, voided.From, voided.Through);
                break;
            case MinutesFoliated put:
                Use(put.Body, put.Book, put.From, put.Through);
                Demand(put.Sheets.Length == put.Through - put.From + 1, "there is one folio for each sheet");
                if (!foliated.Add(put.Assembly.Value)) break;
                Demand(minutesNumbers[put.Assembly.Value] == lastOnFolios.GetValueOrDefault(put.Body) + 1, "minutes go on folios in the order of their numbers");
                lastOnFolios[put.Body] = lastOnFolios.GetValueOrDefault(put.Body) + 1;
                break;
            case DissentRecorded dissent:
                Demand(dissent.Person == now.Stamp.Actor && sittings[dissent.Assembly.Value].Roll.Contains(dissent.Person), "reasons are one's own, of somebody on the roll");
                Demand(sittings[dissent.Assembly.Value].Motions[dissent.Motion.Value].Proclaimed is not null, "reasons are about what was decided");
                break;
        }
    }

    private void Use(BodyId body, int book, int from, int through)
    {
        Demand(Has(Power.KeepMinutes), "who keeps minutes gives folios");
        Demand(book == volumes.GetValueOrDefault(body, 1), "folios are of the present volume");
        if (!folios.TryGetValue((body, book), out var used)) folios[(body, book)] = used = [];
        Demand(from == (used.Count == 0 ? firsts.GetValueOrDefault(body, 1) : used[^1] + 1), "no folio is left out or given twice");
        for (var folio = from; folio <= through; folio++) used.Add(folio);
    }
}
