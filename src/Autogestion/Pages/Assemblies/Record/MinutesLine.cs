using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Desk;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Something that minutes tell, in the order in which it happened.</summary>
public abstract record MinutesLine(Instant At)
{
    public sealed record Posted(Instant At, Text Where) : MinutesLine(At);

    public sealed record Named(Instant At, SittingRole Role, PersonId Person) : MinutesLine(At);

    public sealed record Failed(Instant At, CallFailed Call) : MinutesLine(At);

    public sealed record Opened(Instant At, AssemblyOpened Opening) : MinutesLine(At);

    public sealed record Item(Instant At, AgendaItem About, bool Again) : MinutesLine(At);

    public sealed record Tabled(Instant At, Motion Motion) : MinutesLine(At);

    public sealed record Seconded(Instant At, Motion Motion, PersonId By) : MinutesLine(At);

    public sealed record Withdrawn(Instant At, Motion Motion) : MinutesLine(At);

    public sealed record QuorumLacking(Instant At, Motion Motion, QuorumLost Lost) : MinutesLine(At);

    /// <summary>A vote from its opening to the proclamation, told where it was proclaimed.</summary>
    public sealed record Voted(Instant At, Motion Motion, ResultProclaimed Result, PersonId Chair) : MinutesLine(At);

    /// <summary>An election, or a choice among proposals, told where it was proclaimed.</summary>
    public sealed record Chosen(Instant At, Motion Motion, IOnMotion Result) : MinutesLine(At);

    public sealed record Adopted(Instant At, ResolutionAdopted Resolution) : MinutesLine(At);

    /// <summary>What became of an effect: carried out, waits, or blocked with its reason.</summary>
    public sealed record Effect(Instant At, ResolutionId Resolution, Entry Outcome) : MinutesLine(At);

    public sealed record Paused(Instant At, Recessed Recess) : MinutesLine(At);

    public sealed record WentOn(Instant At) : MinutesLine(At);

    /// <summary>What is told in the words of its entry: proxies, points of order, changed motions.</summary>
    public sealed record Told(Instant At, Recorded Entry) : MinutesLine(At);

    public sealed record Note(Instant At, MinutesNoteWritten Written) : MinutesLine(At);

    /// <summary>Reasons that somebody had written beside a vote; after the sitting, with the day.</summary>
    public sealed record Dissent(Instant At, Motion Motion, DissentRecorded Recorded, bool Later) : MinutesLine(At);

    public sealed record Closed(Instant At) : MinutesLine(At);

    /// <summary>Nobody closed it: the rules did.</summary>
    /// <param name="Undecided">Whether a vote hung.</param>
    public sealed record LeftOpen(Instant At, bool Undecided) : MinutesLine(At);

    public sealed record Lapsed(Instant At) : MinutesLine(At);

    /// <summary>What minutes tell of a sitting, from its own entries. Attendance is told apart, in a table.</summary>
    public static IEnumerable<MinutesLine> Of(AssemblyRecord record)
    {
        var (assembly, taken) = (record.Assembly, new HashSet<int>());
        foreach (var entry in record.Entries)
        {
            var at = entry.Stamp.Entered;
            MinutesLine? line = entry.Entry switch
            {
                NoticePosted posted => new Posted(at, posted.Where),
                SittingMandateGranted granted => new Named(at, granted.Role, granted.Person),
                CallFailed failed => new Failed(at, failed),
                AssemblyOpened opened => new Opened(at, opened),
                ItemTaken item => new Item(at, assembly.Item(item.Item)!, !taken.Add(item.Item)),
                // As it read then: amendments come later.
                MotionTabled tabled => new Tabled(at, assembly.Find(tabled.Motion)! with { Words = tabled.Words, Effect = tabled.Effect }),
                MotionSeconded seconded => new Seconded(at, assembly.Find(seconded.Motion)!, entry.Stamp.Actor),
                MotionWithdrawn withdrawn => new Withdrawn(at, assembly.Find(withdrawn.Motion)!),
                QuorumLost lost => new QuorumLacking(at, assembly.Find(lost.Motion)!, lost),
                ResultProclaimed proclaimed => new Voted(at, assembly.Find(proclaimed.Motion)!, proclaimed, entry.Stamp.Actor),
                ElectionProclaimed or ChoiceProclaimed => new Chosen(at, assembly.Find(((IOnMotion)entry.Entry).Motion)!, (IOnMotion)entry.Entry),
                ResolutionAdopted adopted => new Adopted(at, adopted),
                EffectCarriedOut carried => new Effect(at, carried.Resolution, carried),
                EffectDeferred deferred => new Effect(at, deferred.Resolution, deferred),
                EffectBlocked blocked => new Effect(at, blocked.Resolution, blocked),
                Recessed recessed => new Paused(at, recessed),
                Resumed => new WentOn(at),
                MinutesNoteWritten note => new Note(at, note),
                DissentRecorded dissent => new Dissent(at, assembly.Find(dissent.Motion)!, dissent, assembly.ClosedAt < at),
                ProxyGiven or PaperProxyConfirmed or ProxyRevoked or ProxiesCounted or GuestsNoted or RoomCleared => new Told(at, entry.Recorded),
                PointOfOrderRaised or PointOfOrderRuled or RulingAppealed or AppealDecided => new Told(at, entry.Recorded),
                AmendingEntry => new Told(at, entry.Recorded),
                AssemblyClosed => new Closed(at),
                AssemblyLeftOpen left => new LeftOpen(at, left.Undecided.Length > 0),
                AssemblyLapsed => new Lapsed(at),
                _ => null,
            };
            if (line is not null) yield return line;
        }
    }
}
