using Autogestion.Domain.Kernel;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>One thing that a motion can do, with its small form.</summary>
/// <param name="Name">In addresses and texts: <c>assemblies.effects.{name}</c>.</param>
/// <param name="Matters">The matters it can belong to, so that the right ones are offered first under an item.</param>
/// <param name="Fields">The fields, given what was answered so far.</param>
/// <param name="Read">The act, once all fields make sense.</param>
public sealed record EffectForm(string Name, ImmutableArray<Matter> Matters, Func<EffectGround, IEnumerable<EffectField>> Fields, Func<EffectGround, Act?> Read)
{
    /// <summary>Every effect that has a form, in the order in which they are offered.</summary>
    public static IReadOnlyList<EffectForm> All { get; } = [.. PeopleEffects.All, .. SanctionEffects.All, .. RuleEffects.All, .. EconomyEffects.All, .. BusinessEffects.All, SurplusEffects.Distribute];

    public static EffectForm? Find(string? name) => All.FirstOrDefault(form => form.Name == name);

    /// <summary>Whether it is what an item of that matter is about.</summary>
    public bool IsOf(Matter matter) => Matters.Contains(matter);
}
