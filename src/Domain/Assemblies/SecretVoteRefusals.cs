namespace Autogestion.Domain.Assemblies;

/// <summary>Why an act about a secret vote is refused, in order of precedence; those of every vote come first.</summary>
public static class SecretVotesRefusals
{
    /// <summary>So few vote that a result by phone would say who voted what: paper only.</summary>
    public static readonly RefusalCode TooFew = new("vote.too-few-for-secrecy");

    /// <summary>The key of the envelopes has been announced.</summary>
    public static readonly RefusalCode KeyKnown = new("vote.key-known");

    /// <summary>The key of the envelopes has not been announced yet.</summary>
    public static readonly RefusalCode KeyMissing = new("vote.key-missing");

    /// <summary>Envelopes are not given any more.</summary>
    public static readonly RefusalCode DrawingOver = new("vote.drawing-over");

    /// <summary>Envelopes are still being drawn.</summary>
    public static readonly RefusalCode DrawingNotEnded = new("vote.drawing-not-ended");

    /// <summary>That person has an envelope.</summary>
    public static readonly RefusalCode EnvelopeTaken = new("vote.envelope-taken");

    /// <summary>What is to be signed is not named by 64 hexadecimal digits.</summary>
    public static readonly RefusalCode EnvelopeUnreadable = new("vote.envelope-unreadable");

    /// <summary>Somebody in the room has no envelope yet, and there has been little time.</summary>
    public static readonly RefusalCode StillDrawing = new("vote.still-drawing");

    /// <summary>Somebody without an envelope may have voted on paper, and two tellers have not counted the papers.</summary>
    public static readonly RefusalCode PapersMissing = new("vote.papers-missing");

    /// <summary>Casting is closed: a secret vote is never opened again.</summary>
    public static readonly RefusalCode CastingOver = new("vote.casting-over");

    /// <summary>Casting goes on.</summary>
    public static readonly RefusalCode CastingOpen = new("vote.casting-open");

    /// <summary>The ballots are not sorted, or one of them is no answer to this question.</summary>
    public static readonly RefusalCode BallotsUnreadable = new("vote.ballots-unreadable");
}
