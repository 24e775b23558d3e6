using System.Collections.Immutable;
using System.Reflection;
using Autogestion.Domain.Kernel;
using NodaTime;

namespace Autogestion.Office.Tests.Codec;

/// <summary>Makes up a value of any stored type, with everything optional present or absent, the same for the same seed.</summary>
public sealed class Inventions(Random chance, bool sparse)
{
    public object Of(Type type) => Make(type);

    private object Make(Type type)
    {
        if (type == typeof(string)) return $"ñandú-{chance.Next(1000)}";
        if (type == typeof(bool)) return chance.Next(2) == 1;
        if (type == typeof(int)) return chance.Next(1, 1000);
        if (type == typeof(long)) return chance.NextInt64(1, 1L << 50);
        if (type == typeof(decimal)) return new decimal(chance.Next(), 0, 0, chance.Next(2) == 1, (byte)chance.Next(5));
        if (type == typeof(Money)) return Money.OfCents(chance.NextInt64(-1_000_000, 1_000_000));
        if (type == typeof(Guid)) return Random16();
        if (type == typeof(Instant)) return Instant.FromUnixTimeTicks(chance.NextInt64(1L << 54)).PlusNanoseconds(chance.Next(100));
        if (type == typeof(LocalDate)) return new LocalDate(2026, 1, 1).PlusDays(chance.Next(2000));
        if (type == typeof(LocalTime)) return LocalTime.FromMinutesSinceMidnight(chance.Next(1440));
        if (type == typeof(LocalDateTime)) return (LocalDate)Make(typeof(LocalDate)) + (LocalTime)Make(typeof(LocalTime));
        if (type == typeof(YearMonth)) return new YearMonth(chance.Next(1990, 2040), chance.Next(1, 13));
        if (type == typeof(AnnualDate)) return new AnnualDate(chance.Next(1, 13), chance.Next(1, 29));
        if (type == typeof(Fraction)) return new Fraction(chance.Next(1, 9), chance.Next(9, 20));
        if (type.IsEnum) return Pick(Enum.GetValues(type).Cast<object>().ToList());
        if (Nullable.GetUnderlyingType(type) is { } inner) return Make(inner);
        if (type == typeof(Act)) return Make(Pick(Office.Codec.Catalogue.House.Acts).Type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return List(type.GetGenericArguments()[0]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)) return Map(type.GetGenericArguments());
        return type.IsAbstract ? Make(Pick(type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).ToList())) : Record(type);
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    private object? Argument(ParameterInfo parameter)
    {
        var nullable = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);
        if (!sparse) return Make(parameter.ParameterType);
        return parameter.HasDefaultValue ? parameter.DefaultValue : nullable ? null : Make(parameter.ParameterType);
    }

    private object List(Type element)
    {
        var items = Array.CreateInstance(element, sparse ? 0 : 2);
        for (var i = 0; i < items.Length; i++) items.SetValue(Make(element), i);
        return typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element).Invoke(null, [items])!;
    }

    private object Map(Type[] pair)
    {
        var empty = typeof(ImmutableSortedDictionary<,>).MakeGenericType(pair).GetField("Empty")!.GetValue(null)!;
        return sparse ? empty : empty.GetType().GetMethod("Add")!.Invoke(empty, [Make(pair[0]), Make(pair[1])])!;
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    private Guid Random16()
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new(bytes);
    }
}
