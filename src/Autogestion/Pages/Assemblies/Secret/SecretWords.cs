using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Secret;

/// <summary>A secret ballot as people see and write it.</summary>
public static class SecretWords
{
    /// <summary>The options of a question by their names, in their order.</summary>
    public static IReadOnlyList<string> Options(Vote vote, Assembly assembly, Visit visit, Words words, Reader reader) =>
        [.. vote.Question.Options.Select(option => option switch
        {
            Option.Candidate candidate => visit.NameOf(candidate.Person),
            Option.Proposal proposal => words[assembly.Find(proposal.Motion)?.Words],
            _ => reader["secret.asItIs"],
        })];

    /// <summary>Heaps of equal papers, one a line, as <c>12: 3 1 2</c>; what is not understood is counted as less than nothing, which the rules refuse.</summary>
    public static IEnumerable<Pile> Heaps(Question question, string? typed) =>
        from line in (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let parts = line.Split(':', StringSplitOptions.TrimEntries)
        let verb = question.Form switch { QuestionForm.OneOf => "one ", QuestionForm.Approval => "approve ", _ => "rank " }
        let ballot = parts.Length == 2 ? BallotLines.Read(verb + parts[1]) ?? BallotLines.Read(parts[1]) : null
        select ballot is not null && int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var papers)
            ? new Pile(ballot, papers)
            : new Pile(new Ballot.Blank(), -1);
}
