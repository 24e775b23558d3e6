namespace Autogestion.Domain.Audit;

/// <summary>An auditor observed something, under a rule.</summary>
/// <param name="Rule">The rule with its article, as in force at that moment.</param>
[Named("audit.observed"), SeenBy(Audience.Members)]
public sealed record ObservationWritten(ObservationId Observation, BodyId Body, Cited Rule, Text Words, ResolutionId? About) : Entry;

/// <summary>The body concerned answered.</summary>
[Named("audit.answered"), SeenBy(Audience.Members)]
public sealed record ObservationAnswered(ObservationId Observation, Text Words, ResolutionId By) : Entry;
