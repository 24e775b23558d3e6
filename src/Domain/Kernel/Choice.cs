namespace Autogestion.Domain.Kernel;

/// <summary>A plain choice: on a motion, or the chair's on a tie.</summary>
public enum Choice
{
    For,
    Against,
    Abstain,
}
