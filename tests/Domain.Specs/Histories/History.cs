using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>An act that was asked, and what came of it.</summary>
internal sealed record Attempt(Collective Before, Act Act, Stamp Stamp, Decision Decision);

/// <summary>A collective and its book as they come about, act by act, with everything that was asked.</summary>
internal sealed class History(Instant now)
{
    public Collective State { get; private set; } = Collective.Empty;

    public Instant Now { get; set; } = now;

    public List<Recorded> Book { get; } = [];

    public List<Attempt> Attempts { get; } = [];

    /// <summary>The state after each position, the empty one first.</summary>
    public List<Collective> States { get; } = [Collective.Empty];

    public bool Ask(PersonId actor, Act act, Authority? authority = null)
    {
        var cited = authority ?? (act is Found ? new Authority.OwnAffair() : Authorities.For(act, actor, Now, State)) ?? new Authority.Membership();
        var stamp = new Stamp(new Guid(Attempts.Count + 1, 0, 0, new byte[8]), actor, cited, Now);
        var decision = State.Decide(act, stamp);
        Attempts.Add(new(State, act, stamp, decision));
        if (decision is not Decision.Entered { Entries: var entries }) return false;
        foreach (var entry in entries)
        {
            var recorded = new Recorded(State.Position + 1, stamp, entry);
            State = Collective.Evolve(State, recorded);
            Book.Add(recorded);
            States.Add(State);
        }
        return true;
    }
}
