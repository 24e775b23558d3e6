using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>What a motion does if it carries, from when, and what would stand in its way today.</summary>
public static class EffectWords
{
    /// <summary>The texts that saying an effect needs.</summary>
    public static IEnumerable<Text?> Texts(Act? effect, Visit visit) => effect is null ? [] : Parts.Texts(effect, Proposals.AsIfCarried(visit.State));

    /// <summary>What it does, as the end of a sentence; null for a motion that is only words.</summary>
    public static string? Say(AssemblyWords say, Act? effect) => effect is null ? null : new EffectWording(say.Naming).Sentence(effect);

    /// <summary>From when it has its effect, where that is not at once.</summary>
    public static string? From(Reader reader, EffectFrom from) => from switch
    {
        EffectFrom.Date date => reader["assemblies.from.date", ("day", reader.Date(date.Day))],
        EffectFrom.Registration => reader["assemblies.from.registration"],
        EffectFrom.AppealLapsed => reader["assemblies.from.appeal"],
        _ => null,
    };

    /// <summary>What a warning says.</summary>
    public static string Warning(Reader reader, string code) => new RefusalWording(reader).Plain(code);
}
