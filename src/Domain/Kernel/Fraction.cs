using System.Globalization;

namespace Autogestion.Domain.Kernel;

/// <summary>An exact fraction between 0 and 1 (or above), in lowest terms. No floating point anywhere near a vote.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public Fraction(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        var divisor = Divisor(numerator, denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public int Numerator { get; }

    public int Denominator { get; }

    public static readonly Fraction Half = new(1, 2);

    public static readonly Fraction TwoThirds = new(2, 3);

    /// <summary>The least whole number that is at least this part of <paramref name="whole"/>.</summary>
    public int AtLeast(int whole) => (int)(((long)whole * Numerator + Denominator - 1) / Denominator);

    /// <summary>The least whole number that is more than this part of <paramref name="whole"/>: "half plus one" of 51 is 26.</summary>
    public int MoreThan(int whole) => (int)((long)whole * Numerator / Denominator) + 1;

    /// <summary>The greatest whole number that is at most this part of <paramref name="whole"/>.</summary>
    public int AtMost(int whole) => (int)((long)whole * Numerator / Denominator);

    public int CompareTo(Fraction other) =>
        ((long)Numerator * other.Denominator).CompareTo((long)other.Numerator * Denominator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>2/3</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        var parts = text?.Split('/');
        if (parts is not [var top, var bottom]
            || !int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(bottom, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator < 1)
            return false;
        fraction = new(numerator, denominator);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static int Divisor(int a, int b) => b == 0 ? Math.Max(a, 1) : Divisor(b, a % b);
}
