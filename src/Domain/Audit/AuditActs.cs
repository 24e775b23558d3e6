namespace Autogestion.Domain.Audit;

/// <summary>An act about what auditors observe.</summary>
public abstract record AuditAct : Act;

/// <summary>
/// Observe that a rule was or is about to be broken. It comes onto every agenda of the body concerned until it is answered
/// there. Nobody takes it back, changes it or hides it, not even whoever wrote it.
/// </summary>
/// <param name="Rule">The key of the rule.</param>
/// <param name="About">The resolution it is about, if it is about one.</param>
[Named("audit.observe"), Accepts(Power.Audit)]
public sealed record WriteObservation(BodyId Body, string Rule, Text Words, ResolutionId? About = null) : AuditAct;

/// <summary>Answer an observation: effect of a resolution of the body that it concerns.</summary>
[Named("audit.answer"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution)]
public sealed record AnswerObservation(ObservationId Observation, Text Words) : AuditAct;
