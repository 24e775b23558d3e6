namespace Autogestion.Domain.Specs.Histories;

/// <summary>Draws from a seed: the same seed gives the same history anywhere.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int most) => random.Next(most);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool OneIn(int times) => random.Next(times) == 0;

    public bool Percent(int share) => random.Next(100) < share;

    public T Of<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>One of those there are, or null.</summary>
    public T? Any<T>(IEnumerable<T> choices)
        where T : class
    {
        var list = choices.ToArray();
        return list.Length == 0 ? null : list[random.Next(list.Length)];
    }

    /// <summary>One of those there are, or none.</summary>
    public T? AnyOf<T>(IEnumerable<T> choices)
        where T : struct
    {
        var list = choices.ToArray();
        return list.Length == 0 ? null : list[random.Next(list.Length)];
    }
}
