namespace Autogestion.Domain.Signatures;

/// <summary>Why a signature is refused, in order of precedence.</summary>
public static class SignaturesRefusals
{
    /// <summary>Nothing with that number waits for a signature.</summary>
    public static readonly RefusalCode Unknown = new("signature.unknown");

    /// <summary>Only whoever signed first can take it back.</summary>
    public static readonly RefusalCode NotYours = new("signature.not-yours");

    /// <summary>It is not about that person.</summary>
    public static readonly RefusalCode NotAboutYou = new("signature.not-about-you");

    /// <summary>It has been contested.</summary>
    public static readonly RefusalCode Contested = new("signature.is-contested");

    /// <summary>The second signature is another person's, who is not the one it is about.</summary>
    public static readonly RefusalCode SecondPersonNeeded = new("signature.second-person-needed");

    /// <summary>One of the two must be an auditor's.</summary>
    public static readonly RefusalCode AuditorNeeded = new("signature.auditor-needed");

    /// <summary>The very same waits for its second signature already.</summary>
    public static readonly RefusalCode WaitsAlready = new("signature.waits-already");
}
