using System.Globalization;
using Autogestion.Domain.Voting;

namespace Autogestion.Pages.Assemblies.Voting;

/// <summary>Ballots and heaps of papers as people fill them in. What makes no sense becomes a ballot that the rules refuse, so that the refusal says why.</summary>
public static class BallotReading
{
    /// <summary>The ballot of a form. Places are numbers beside the options; a place given twice is no order.</summary>
    public static Ballot Of(Question question, IFormCollection form)
    {
        int[] Ticked() => [.. form["option"].Select(value => Number(value)).OfType<int>().Order()];
        switch (question.Form)
        {
            case QuestionForm.OneOf: return new Ballot.One(Ticked() is [var only] ? only : 0);
            case QuestionForm.Approval: return new Ballot.Approve([.. Ticked()]);
            case QuestionForm.Ranked:
                var places = Enumerable.Range(1, question.Options.Length).Select(option => (Option: option, Place: Number(form[$"place{option}"]))).Where(one => one.Place is not null).ToList();
                return places.Select(one => one.Place).Distinct().Count() == places.Count ? new Ballot.Rank([.. places.OrderBy(one => one.Place).Select(one => one.Option)]) : new Ballot.Rank([]);
            default: return new Ballot.Blank();
        }
    }

    /// <summary>
    /// Heaps of papers, one in each line: how many, a colon, and the options on them in order, as <c>12: 3 1 2</c>; <c>2: -</c> are
    /// blank. Null where a line makes no sense.
    /// </summary>
    public static ImmutableArray<Pile>? Piles(Question question, string? typed)
    {
        var piles = ImmutableArray.CreateBuilder<Pile>();
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(':') is not [var papers, var named] || Number(papers) is not { } number) return null;
            var words = named.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["-"])
            {
                piles.Add(new(new Ballot.Blank(), number));
                continue;
            }
            var options = words.Select(Number).ToList();
            if (options.Count == 0 || options.Any(option => option is null)) return null;
            ImmutableArray<int> order = [.. options.OfType<int>()];
            piles.Add(new(
                question.Form switch { QuestionForm.OneOf => new Ballot.One(order is [var only] ? only : 0), QuestionForm.Approval => new Ballot.Approve([.. order.Order()]), _ => new Ballot.Rank(order) }, number));
        }
        return piles.ToImmutable();
    }

    private static int? Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
