using System.Reflection;
using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.House;

/// <summary>
/// The compiler does not see that a switch over a closed family is complete. Here every act is asked of a collective, and every
/// kind of entry is taken into one.
/// </summary>
public sealed class WordsDecidingSpecs
{
    /// <summary>The rules without the check of authority, as effects are decided.</summary>
    static readonly MethodInfo Answer = typeof(Collective).GetMethod("Answer", BindingFlags.NonPublic | BindingFlags.Instance, [typeof(Act), typeof(Stamp)])!;

    /// <summary>Entries that say something to their readers and change nothing by themselves: what follows them does.</summary>
    static readonly HashSet<Type> Spoken = [typeof(QuorumLost)];

    [Fact]
    public void Every_act_has_a_decider()
    {
        Assert.Equal(Catalogue.House.Acts.Select(kind => kind.Type).ToHashSet(), WordsState.Acts.Select(act => act.GetType()).ToHashSet());
        Findings.None(WordsState.Acts.SelectMany(act => Faults(() => Answer.Invoke(WordsState.With(act), [act, WordsState.Stamp]), act)).Distinct());
    }

    [Fact]
    public void Every_act_is_answered_whatever_authority_it_cites_and_before_there_is_anything()
    {
        Authority[] all = [new Authority.OwnAffair(), new Authority.Membership(), new Authority.Mandate(new(1)), new Authority.Resolution(new(1)), new Authority.Letter(new(new("other"), 1)), new Authority.RuleDue()];
        Findings.None(WordsState.Acts.SelectMany(act => all.SelectMany(authority => Faults(() => Collective.Empty.Decide(act, WordsState.Stamp with { Authority = authority }), act))).Distinct());
    }

    [Fact]
    public void Every_kind_of_entry_is_taken_in_and_changes_what_it_says()
    {
        Findings.None(WordsState.Entries.GroupBy(entry => entry.GetType()).Where(kind => kind.Any(Changes) == Spoken.Contains(kind.Key)).Select(kind => kind.Key.Name));
    }

    // Made-up numbers may stand for what is there already: some of many must fold, and leave another state.
    static bool Changes(Entry entry)
    {
        var before = WordsState.With(entry);
        try
        {
            var after = Collective.Evolve(before, new(before.Position + 1, WordsState.Stamp, entry));
            return after with { Position = before.Position, LastEntered = before.LastEntered, Assemblies = Same(after, before) ? before.Assemblies : after.Assemblies } != before;
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException)
        {
            return false;
        }
    }

    // A sitting that is put back as it was is no change.
    static bool Same(Collective after, Collective before) =>
        after.Assemblies with { Current = before.Assemblies.Current } == before.Assemblies && after.Assemblies.Current.All(pair => before.Assemblies.Current.GetValueOrDefault(pair.Key) == pair.Value);

    static IEnumerable<string> Faults(Func<object?> ask, Act act)
    {
        try
        {
            ask();
            return [];
        }
        catch (Exception e)
        {
            var fault = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            return [$"{act.GetType().Name}: {fault.GetType().Name} {fault.Message.Split('\n')[0]}"];
        }
    }
}
