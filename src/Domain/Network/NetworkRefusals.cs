namespace Autogestion.Domain.Network;

/// <summary>Why an act between collectives is refused, in order of precedence.</summary>
public static class NetworkRefusals
{
    /// <summary>The letter is for another book, or its number is not one.</summary>
    public static readonly RefusalCode WrongAddress = new("network.wrong-address");

    /// <summary>The letter was entered before.</summary>
    public static readonly RefusalCode AlreadyReceived = new("network.already-received");

    /// <summary>A collective cannot join itself.</summary>
    public static readonly RefusalCode Itself = new("network.itself");

    /// <summary>It belongs to that network already, or has asked and waits.</summary>
    public static readonly RefusalCode AlreadyAsked = new("network.already-asked");

    /// <summary>No collective asked with that letter, or it was answered.</summary>
    public static readonly RefusalCode UnknownRequest = new("network.unknown-request");
}
