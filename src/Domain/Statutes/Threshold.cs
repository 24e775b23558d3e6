namespace Autogestion.Domain.Statutes;

/// <summary>What a majority is counted over.</summary>
public enum ThresholdBase
{
    /// <summary>Those checked in when the vote opens.</summary>
    Present,

    /// <summary>Ballots given, abstentions and blanks among them.</summary>
    Cast,

    /// <summary>All who are entitled.</summary>
    Roll,
}

/// <summary>What becomes of those who abstain (and, apart, of blank ballots).</summary>
public enum Uncounted
{
    /// <summary>Taken out of the base.</summary>
    Excluded,

    /// <summary>Kept in the base: they weigh like a vote against.</summary>
    CountInBase,

    /// <summary>Treated as not being in the room: out of those present or cast, still on the roll.</summary>
    CountAsAbsent,
}

/// <summary>What was counted. Heads, all of them whole numbers.</summary>
/// <param name="Present">Entitled people checked in when the vote opened.</param>
/// <param name="Roll">All who are entitled.</param>
/// <param name="Recused">Entitled people who may not vote on this matter.</param>
/// <param name="Blank">Blank or spoilt papers.</param>
public sealed record Count(int Present, int Roll, int Recused, int For, int Against, int Abstain, int Blank)
{
    /// <summary>Ballots given, of any kind.</summary>
    public int Cast => For + Against + Abstain + Blank;
}

/// <summary>The sum that carried or lost a motion, every step kept so that anybody can add it up again.</summary>
/// <param name="Base">What the share is taken of.</param>
/// <param name="Needed">Least number in favour.</param>
public sealed record Sum(Count Count, Threshold Threshold, int Base, int Needed, bool Carried)
{
    /// <summary>In favour and against alike, so that nothing is carried; the norms say what follows.</summary>
    public bool Tied => Count.For == Count.Against && Count.For > 0 && !Carried;
}

/// <summary>A majority. Never a bare fraction: what it is counted over and what becomes of abstentions belong to it.</summary>
/// <param name="Strict">More than the share, not just the share: "half plus one" is strict one half.</param>
/// <param name="RecusedInBase">Whether those who may not vote stay in the base.</param>
/// <param name="Floor">At least this many in favour, whatever the share says.</param>
/// <param name="Ceiling">Never more than this many, whatever the share says.</param>
public sealed record Threshold(
    Fraction Share,
    bool Strict,
    ThresholdBase Base,
    Uncounted Abstentions,
    Uncounted Blanks,
    bool RecusedInBase = false,
    int? Floor = null,
    int? Ceiling = null)
{
    /// <summary>Adds it up. With nobody in favour nothing is carried.</summary>
    public Sum Judge(Count count)
    {
        var whole = Whole(count);
        var needed = Needed(whole);
        return new(count, this, whole, needed, whole > 0 && count.For >= needed);
    }

    /// <summary>Least number in favour for a base.</summary>
    public int Needed(int whole)
    {
        var share = Strict ? Share.MoreThan(whole) : Share.AtLeast(whole);
        return Math.Max(1, Math.Min(Math.Max(share, Floor ?? 0), Ceiling ?? int.MaxValue));
    }

    private int Whole(Count count)
    {
        var heads = Base switch
        {
            ThresholdBase.Present => count.Present,
            ThresholdBase.Cast => count.Cast,
            _ => count.Roll,
        };
        var recused = RecusedInBase || Base == ThresholdBase.Cast ? 0 : count.Recused;
        return Math.Max(0, heads - recused - Out(Abstentions, count.Abstain) - Out(Blanks, count.Blank));
    }

    private int Out(Uncounted rule, int heads) => rule switch
    {
        Uncounted.Excluded => heads,
        Uncounted.CountAsAbsent when Base != ThresholdBase.Roll => heads,
        _ => 0,
    };
}
