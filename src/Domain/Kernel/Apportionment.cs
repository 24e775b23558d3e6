namespace Autogestion.Domain.Kernel;

/// <summary>Divides an amount so that nothing is lost and nothing appears.</summary>
public static class Apportionment
{
    /// <summary>
    /// The parts of an amount in proportion to weights, by the method of the largest remainder (Hamilton): each gets the whole
    /// hundredths of its exact part, and those left over go one each to the largest remainders. Equal remainders take turns,
    /// beginning with the one that <paramref name="turn"/> names, so that it is not always the same who gets the odd cent.
    /// </summary>
    /// <param name="whole">Not negative.</param>
    /// <param name="weights">None negative; at least one above zero, unless the amount is zero.</param>
    /// <param name="turn">Counts up with each division, from 0.</param>
    public static ImmutableArray<Money> Divide(Money whole, IReadOnlyList<long> weights, int turn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, Money.Zero);
        foreach (var weight in weights) ArgumentOutOfRangeException.ThrowIfNegative(weight);
        var sum = weights.Aggregate(Int128.Zero, (total, weight) => total + weight);
        if (sum == 0) return whole.IsZero ? [.. weights.Select(_ => Money.Zero)] : throw new ArgumentOutOfRangeException(nameof(weights));
        var cents = new long[weights.Count];
        var rests = new Int128[weights.Count];
        for (var i = 0; i < weights.Count; i++)
        {
            var product = (Int128)whole.Cents * weights[i];
            cents[i] = (long)(product / sum);
            rests[i] = product % sum;
        }
        var left = (int)(whole.Cents - cents.Sum());
        var count = weights.Count;
        foreach (var i in Enumerable.Range(0, count).OrderByDescending(i => rests[i]).ThenBy(i => ((i - turn) % count + count) % count).Take(left)) cents[i]++;
        return [.. cents.Select(Money.OfCents)];
    }
}
