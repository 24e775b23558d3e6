namespace Autogestion.Domain.Kernel;

/// <summary>The answer to an act: entries in one stroke, or a refusal. Converts from either.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    public sealed record Entered(ImmutableArray<Entry> Entries) : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;

    public static implicit operator Decision(Entry entry) => new Entered([entry]);

    public static implicit operator Decision(ImmutableArray<Entry> entries) => new Entered(entries);

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);

    public static implicit operator Decision(RefusalCode code) => new Refused(code);

    /// <summary>Several entries in one stroke.</summary>
    public static Decision Of(params ImmutableArray<Entry> entries) => new Entered(entries);
}
