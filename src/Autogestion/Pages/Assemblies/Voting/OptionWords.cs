using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Voting;

/// <summary>What the options of a question are called: people by name, proposals by their words.</summary>
public sealed class OptionWords(Reader reader, AssemblyWords say, Visit visit, Assembly assembly, Question question)
{
    /// <summary>An option by its number.</summary>
    public string this[int number] => number < 1 || number > question.Options.Length ? $"{number}" : question.Options[number - 1] switch
    {
        Option.Candidate candidate => visit.NameOf(candidate.Person),
        Option.Proposal proposal => say[assembly.Find(proposal.Motion)?.Words],
        _ => reader["votes.asItIs"],
    };

    /// <summary>Every number with its words.</summary>
    public IEnumerable<(int Number, string Words)> All => Enumerable.Range(1, question.Options.Length).Select(number => (number, this[number]));
}

/// <summary>A count to be shown, stage by stage.</summary>
public sealed record CountView(Outcome Outcome, OptionWords Words, Lot? Lot)
{
    /// <summary>Where an option stood at the end.</summary>
    public OptionStanding At(int option) => Outcome.Stages[^1].Lines[option - 1].Standing;

    /// <summary>Options in the order of the result: elected first, then those after them, then the rest.</summary>
    public IEnumerable<int> InOrder => Outcome.Elected.Concat(Outcome.Next).Concat(Enumerable.Range(1, Outcome.Question.Options.Length)).Distinct();

    /// <summary>Whether the papers moved between stages.</summary>
    public bool HasStages => Outcome.Question.Form == QuestionForm.Ranked;
}
