using Autogestion.Domain.Assemblies;
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

    public sealed record Adopted(Instant At, ResolutionAdopted Resolution) : MinutesLine(At);

    /// <summary>What became of an effect: carried out, waits, or blocked with its reason.</summary>
    public sealed record Effect(Instant At, ResolutionId Resolution, Entry Outcome) : MinutesLine(At);

    public sealed record Paused(Instant At, Recessed Recess) : MinutesLine(At);

    public sealed record WentOn(Instant At) : MinutesLine(At);

    public sealed record Note(Instant At, MinutesNoteWritten Written) : MinutesLine(At);

    public sealed record Closed(Instant At) : MinutesLine(At);

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
                MotionTabled tabled => new Tabled(at, assembly.Find(tabled.Motion)!),
                MotionSeconded seconded => new Seconded(at, assembly.Find(seconded.Motion)!, entry.Stamp.Actor),
                MotionWithdrawn withdrawn => new Withdrawn(at, assembly.Find(withdrawn.Motion)!),
                QuorumLost lost => new QuorumLacking(at, assembly.Find(lost.Motion)!, lost),
                ResultProclaimed proclaimed => new Voted(at, assembly.Find(proclaimed.Motion)!, proclaimed, entry.Stamp.Actor),
                ResolutionAdopted adopted => new Adopted(at, adopted),
                EffectCarriedOut carried => new Effect(at, carried.Resolution, carried),
                EffectDeferred deferred => new Effect(at, deferred.Resolution, deferred),
                EffectBlocked blocked => new Effect(at, blocked.Resolution, blocked),
                Recessed recessed => new Paused(at, recessed),
                Resumed => new WentOn(at),
                MinutesNoteWritten note => new Note(at, note),
                AssemblyClosed => new Closed(at),
                AssemblyLapsed => new Lapsed(at),
                _ => null,
            };
            if (line is not null) yield return line;
        }
    }
}
