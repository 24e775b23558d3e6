using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Codec;

/// <summary>Ids of the rules (record structs with a single <c>Value</c>) as the bare number or string.</summary>
internal sealed class IdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ValueOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Bare<,>).MakeGenericType(typeToConvert, ValueOf(typeToConvert)!))!;

    /// <summary>The type inside an id, or null for what is not an id.</summary>
    public static Type? ValueOf(Type type) =>
        type.IsValueType && type.Namespace == typeof(PersonId).Namespace && type.Name.EndsWith("Id", StringComparison.Ordinal)
            ? type.GetConstructors() is [var only] && only.GetParameters() is [{ Name: "Value" } value] ? value.ParameterType : null
            : null;

    private sealed class Bare<TId, T> : JsonConverter<TId>
        where TId : struct
    {
        private static readonly Func<T, TId> Wrap = MakeWrap();

        private static readonly Func<TId, T> Unwrap = MakeUnwrap();

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? throw new JsonException() : Wrap(Inner(options).Read(ref reader, typeof(T), options)!);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => Inner(options).Write(writer, Unwrap(value), options);

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(Inner(options).ReadAsPropertyName(ref reader, typeof(T), options));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            Inner(options).WriteAsPropertyName(writer, Unwrap(value)!, options);

        private static JsonConverter<T> Inner(JsonSerializerOptions options) => (JsonConverter<T>)options.GetConverter(typeof(T));

        private static Func<T, TId> MakeWrap()
        {
            var value = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(T)])!, value), value).Compile();
        }

        private static Func<TId, T> MakeUnwrap()
        {
            var id = Expression.Parameter(typeof(TId));
            return Expression.Lambda<Func<TId, T>>(Expression.Property(id, "Value"), id).Compile();
        }
    }
}
