using System.Globalization;

namespace Autogestion.Domain.Kernel;

/// <summary>An amount in the collective's own currency, exact to the hundredth. Anything finer is rounded where it comes from, never here.</summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>The greatest amount, up or down: so that no sum of a book can overflow.</summary>
    public const decimal Most = 999_999_999_999_999.99m;

    /// <param name="value">At most two places after the point and at most <see cref="Most"/> either way.</param>
    public Money(decimal value) => Value = IsWhole(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An amount has at most two places.");

    public static readonly Money Zero;

    public decimal Value { get; }

    /// <summary>The amount in hundredths.</summary>
    public long Cents => decimal.ToInt64(Value * 100);

    public bool IsZero => Value == 0;

    /// <summary>Whether a number is an amount.</summary>
    public static bool IsWhole(decimal value) => value is >= -Most and <= Most && decimal.Round(value, 2) == value;

    public static Money OfCents(long cents) => new(cents / 100m);

    /// <summary>The nearest amount; a half goes away from zero, as bookkeepers do.</summary>
    public static Money Round(decimal value) => new(decimal.Round(value, 2, MidpointRounding.AwayFromZero));

    /// <summary>A part of this amount, rounded as <see cref="Round"/> does.</summary>
    public Money Part(Fraction share) => Round(Value * share.Numerator / share.Denominator);

    public static Money Sum(IEnumerable<Money> amounts) => new(amounts.Sum(amount => amount.Value));

    public static Money operator +(Money left, Money right) => new(left.Value + right.Value);

    public static Money operator -(Money left, Money right) => new(left.Value - right.Value);

    public static Money operator -(Money amount) => new(-amount.Value);

    public static bool operator <(Money left, Money right) => left.Value < right.Value;

    public static bool operator >(Money left, Money right) => left.Value > right.Value;

    public static bool operator <=(Money left, Money right) => left.Value <= right.Value;

    public static bool operator >=(Money left, Money right) => left.Value >= right.Value;

    public int CompareTo(Money other) => Value.CompareTo(other.Value);

    /// <summary>Reads <c>1250.00</c>, always with two places; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Money money)
    {
        money = default;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !IsWhole(value)) return false;
        money = new(value);
        return text.SequenceEqual(money.ToString());
    }

    public override string ToString() => Value == 0 ? "0.00" : Value.ToString("0.00", CultureInfo.InvariantCulture);
}
