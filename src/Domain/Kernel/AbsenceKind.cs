namespace Autogestion.Domain.Kernel;

/// <summary>Why somebody was not at work. Which of these count as worked is a rule for each.</summary>
public enum AbsenceKind
{
    Sick,

    /// <summary>Hurt at work or on the way.</summary>
    Accident,

    /// <summary>Of a child, of parents, of whoever needs it.</summary>
    Care,
    Leave,

    /// <summary>Business of the collective elsewhere: a mandate, a march, a school.</summary>
    Militancy,

    /// <summary>There was no work to be done: no power, no material, a machine that stood still.</summary>
    Stoppage,
    Unjustified,
}
