using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>How rules and their values are said where a motion changes one.</summary>
internal static class RuleWords
{
    public static string Name(Reader reader, RuleKey key) => key.Name;

    public static string Preset(Reader reader, Preset preset) => preset.Id;

    public static string Option(Reader reader, string option) => reader[$"assemblies.option.{option}"];

    public static string Value(Reader reader, RuleValue value) => value switch
    {
        RuleValue.Whole whole => reader.Number(whole.Value),
        RuleValue.Share share => reader.Fraction(share.Value.Numerator, share.Value.Denominator),
        RuleValue.Heads heads => Quorum(reader, heads.Value),
        RuleValue.Switch yes => reader[yes.Value ? "assemblies.yes" : "assemblies.no"],
        RuleValue.Choice choice => Option(reader, choice.Value),
        RuleValue.Limit limit => reader["assemblies.limit", ("amount", limit.Value.Amount), ("unit", reader[$"assemblies.unit.{limit.Value.Unit}"])],
        RuleValue.Majority majority => VoteSums.Majority(reader, majority.Value),
        RuleValue.Calls calls => string.Join("; ", calls.Value.Select((call, index) => reader[
            "assemblies.callSaid", ("call", index + 1), ("delay", call.MinDelay), ("quorum", Quorum(reader, call.Quorum))])),
        _ => "—",
    };

    private static string Quorum(Reader reader, Quorum quorum)
    {
        var people = reader["assemblies.quorum.people", ("people", Math.Max(quorum.Floor, quorum.Absolute ?? 0))];
        if (quorum.Share is not { } share) return people;
        var part = reader["assemblies.quorum.ofRoll", ("share", AssemblyWords.Share(reader, share, quorum.Strict))];
        return quorum.Absolute is null ? part : reader[$"assemblies.quorum.either{quorum.Pick}", ("part", part), ("people", people)];
    }
}
