namespace Autogestion.Pages.Assemblies.Live;

/// <summary>A form with one button that asks one act.</summary>
/// <param name="To">Where it is sent.</param>
/// <param name="Hidden">What is sent along.</param>
/// <param name="Class">Class of the button.</param>
public sealed record ActButton(string To, string Words, string Class = "btn", params (string Name, object Value)[] Hidden)
{
    /// <summary>A fresh id for the act, so that sending twice enters once.</summary>
    public static Guid NewAct => Guid.CreateVersion7();
}
