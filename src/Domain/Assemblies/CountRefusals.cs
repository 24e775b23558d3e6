namespace Autogestion.Domain.Assemblies;

/// <summary>Why an act about a count, an objection or a lot is refused, in order of precedence.</summary>
public static class CountRefusals
{
    /// <summary>Hands or papers of this vote have not been counted.</summary>
    public static readonly RefusalCode TableNotCounted = new("vote.table-not-counted");

    /// <summary>Counts at the table differ: one more decides.</summary>
    public static readonly RefusalCode CountsDiffer = new("vote.counts-differ");

    /// <summary>That person is not a teller of the last count, or has confirmed it.</summary>
    public static readonly RefusalCode NothingToConfirm = new("vote.nothing-to-confirm");

    /// <summary>That person has no objection that stands.</summary>
    public static readonly RefusalCode NoObjection = new("vote.no-objection");

    /// <summary>Level options: only a lot can decide.</summary>
    public static readonly RefusalCode LotNeeded = new("vote.lot-needed");

    /// <summary>There is nothing here to draw lots on, or it was drawn.</summary>
    public static readonly RefusalCode NoLot = new("lot.none");

    /// <summary>There is still time to reveal, or to commit.</summary>
    public static readonly RefusalCode LotUnderWay = new("lot.under-way");

    /// <summary>That person has committed, or did not reveal in an earlier round, or it is too late.</summary>
    public static readonly RefusalCode CannotCommit = new("lot.cannot-commit");

    /// <summary>A commitment is 64 hexadecimal digits; a number has 20 to 60 digits.</summary>
    public static readonly RefusalCode BadNumber = new("lot.bad-number");

    /// <summary>Too few have committed.</summary>
    public static readonly RefusalCode TooFewCommitted = new("lot.too-few-committed");

    /// <summary>That is not the number committed to.</summary>
    public static readonly RefusalCode OtherNumber = new("lot.other-number");
}
