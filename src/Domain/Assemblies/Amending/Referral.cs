namespace Autogestion.Domain.Assemblies.Amending;

/// <summary>A motion that was referred or postponed and has still to come back.</summary>
/// <param name="Body">The body that was to decide it.</param>
/// <param name="To">The body that looks at it first; null when it was only postponed.</param>
/// <param name="Met">That body has had it on its agenda.</param>
public sealed record Referral(MotionId Motion, AssemblyId Assembly, BodyId Body, BodyId? To, LocalDate? Due, Text Words, Matter Matter, PersonId Mover, bool Met = false)
{
    /// <summary>Whether it belongs on the next agenda of a body on that day.</summary>
    public bool ComesTo(BodyId body, LocalDate today) =>
        (body == To && !Met) || (body == Body && (To is null || Met ? Due is not { } due || due <= today : Due <= today));

    /// <summary>Whether an item is this motion coming back: it bears its very words.</summary>
    public bool Is(AgendaItem item) => item.Title?.Id == Words.Id;
}
