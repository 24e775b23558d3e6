using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The part of a walk that takes a secret vote one step further, with the desk's part in it.</summary>
internal static class WalkSecretVotes
{
    public static void Step(Chance chance, History history, Assembly assembly, Motion motion, PersonId table)
    {
        var (id, vote, secret) = (assembly.Id, motion.Vote!, motion.Vote!.Secret!);
        void Desk(Act act) => history.Ask(PersonId.Nobody, act, new Authority.RuleDue());
        if (secret.Key is null) Desk(new AnnounceEnvelopeKey(id, motion.Id, "llave"));
        else if (secret.DrawnUntil is null)
        {
            foreach (var person in assembly.InRoom.Keys.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))).Where(_ => chance.Percent(85)).ToList())
                history.Ask(person, new DrawEnvelope(id, motion.Id, new string('0', 63) + "0123456789abcdef"[chance.Below(16)]));
            if (chance.OneIn(2)) history.Now += VoteDecider.TimeToVote;
            history.Ask(table, new EndDrawing(id, motion.Id));
        }
        else if (!secret.IsClosed)
        {
            var tellers = history.State.Posts.Officers(id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person).Take(2);
            if (chance.Percent(70)) history.Ask(tellers.FirstOrDefault(table), new HandInPapers(id, motion.Id, [.. tellers]));
            if (chance.OneIn(2)) history.Now += VoteDecider.TimeToVote;
            history.Ask(table, new CloseVote(id, motion.Id));
        }
        else if (chance.OneIn(8)) Desk(new DeclareBoxLost(id, motion.Id));
        else Desk(new EmptyBox(id, motion.Id, Pile.Sorted([.. Enumerable.Range(0, chance.Below(vote.Present - vote.Recused.Length + 2)).Select(_ => (Ballot)(chance.Percent(75) ? Choice.For : Choice.Against))])));
    }
}
