using System.Globalization;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>One field of the small form of an effect.</summary>
/// <param name="Type">Of HTML, or <c>select</c>, or <c>tick</c> for a box, <c>ticks</c> for several.</param>
public sealed record EffectField(string Name, string Label, string Type = "text", bool Required = true)
{
    public IReadOnlyList<(string Value, string Words)> Options { get; init; } = [];

    public string? Hint { get; init; }

    public string? Unit { get; init; }

    /// <summary>What stands in the field before anybody types.</summary>
    public string? First { get; init; }
}

/// <summary>What the fields of an effect are made from: who asks, how things are said, and what was answered so far.</summary>
public sealed record EffectGround(Visit Visit, Reader Reader, AssemblyWords Say, EffectAnswers Answers);

/// <summary>What was typed into the fields of an effect. Reading a field that is empty or makes no sense notes it as wrong.</summary>
/// <param name="field">The typed value of a field; empty when there is none.</param>
/// <param name="prepare">Makes typed words ready to be stored.</param>
public sealed class EffectAnswers(Func<string, string> field, Func<string, TypedWords> prepare)
{
    private readonly HashSet<string> wrong = [];
    private readonly List<TypedWords> texts = [];

    /// <summary>Fields that make no sense yet.</summary>
    public IReadOnlySet<string> Wrong => wrong;

    /// <summary>Words that the effect refers to.</summary>
    public IReadOnlyList<TypedWords> Texts => texts;

    public string this[string name] => field(name).Trim();

    /// <summary>Says that what stands in a field makes no sense.</summary>
    public void Reject(string name) => wrong.Add(name);

    public bool Ticked(string name) => this[name].Length > 0;

    public Text Words(string name)
    {
        if (this[name].Length == 0) Fault(name, false);
        return Keep(prepare(this[name]));
    }

    public Text? OptionalWords(string name) => this[name].Length == 0 ? null : Keep(prepare(this[name]));

    public PersonId Person(string name) => new(Guid.TryParse(this[name], out var id) ? id : Fault(name, Guid.Empty));

    public int Whole(string name) => OptionalWhole(name) ?? Fault(name, 0);

    public int? OptionalWhole(string name) =>
        this[name].Length == 0 ? null : int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Fault(name, 0);

    public Fraction Share(string name) => Fraction.TryParse(this[name].Replace(" ", "", StringComparison.Ordinal), out var share) ? share : Fault(name, default(Fraction));

    public LocalDate Day(string name) => OptionalDay(name) ?? Fault(name, default(LocalDate));

    public LocalDate? OptionalDay(string name) =>
        this[name].Length == 0 ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(this[name]) is { Success: true, Value: var day } ? day : Fault(name, default(LocalDate));

    public T Choice<T>(string name) where T : struct, Enum => Enum.TryParse<T>(this[name], out var value) && Enum.IsDefined(value) ? value : Fault(name, default(T));

    private Text Keep(TypedWords typed)
    {
        texts.Add(typed);
        return typed;
    }

    private T Fault<T>(string name, T value)
    {
        wrong.Add(name);
        return value;
    }
}
