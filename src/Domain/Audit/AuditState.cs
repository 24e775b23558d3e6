namespace Autogestion.Domain.Audit;

/// <summary>What an auditor observed, and what was answered.</summary>
/// <param name="Position">Its place in the book.</param>
public sealed record Observation(ObservationId Id, BodyId Body, Cited Rule, Text Words, ResolutionId? About, PersonId Auditor, Instant At, long Position)
{
    public Text? Answer { get; init; }

    /// <summary>The resolution that answered it.</summary>
    public ResolutionId? By { get; init; }

    public Instant? AnsweredAt { get; init; }
}

/// <summary>All observations, in the order of writing.</summary>
public sealed record ObservationList
{
    public static readonly ObservationList Empty = new();

    public ImmutableSortedDictionary<int, Observation> All { get; init; } = ImmutableSortedDictionary<int, Observation>.Empty;

    /// <summary>Those that wait for an answer.</summary>
    public ImmutableSortedSet<int> Open { get; init; } = [];

    public ObservationId Next => new(All.Count + 1);

    public Observation? Find(ObservationId id) => All.GetValueOrDefault(id.Value);

    public IEnumerable<Observation> StillOpen => Open.Select(number => All[number]);

    /// <summary>Whether these words are an observation or its answer.</summary>
    public bool Holds(Guid text) => All.Values.Any(observation => observation.Words.Id == text || observation.Answer?.Id == text);

    public static ObservationList Evolve(ObservationList list, Recorded recorded) => recorded.Entry switch
    {
        ObservationWritten written => list with
        {
            All = list.All.Add(written.Observation.Value, new(
                written.Observation, written.Body, written.Rule, written.Words, written.About, recorded.Stamp.Actor, recorded.Stamp.Entered, recorded.Position)),
            Open = list.Open.Add(written.Observation.Value),
        },
        ObservationAnswered answered => list with
        {
            All = list.All.SetItem(answered.Observation.Value, list.All[answered.Observation.Value] with { Answer = answered.Words, By = answered.By, AnsweredAt = recorded.Stamp.Entered }),
            Open = list.Open.Remove(answered.Observation.Value),
        },
        _ => list,
    };
}
