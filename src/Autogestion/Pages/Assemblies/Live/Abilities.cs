using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>What the visitor may do in one sitting, each with what gives the power; null is no.</summary>
/// <param name="Member">Member with vote in the body: may table, back, contest.</param>
public sealed record Abilities(Authority? Chair, Authority? List, Authority? Count, Authority? Close, Authority? Notes, Authority? Name, Authority? Post, Authority? Member)
{
    public static readonly Abilities None = new(null, null, null, null, null, null, null, null);

    /// <summary>Asks, power by power, whether an act would find its authority: the same check that the desk makes.</summary>
    public static Abilities Of(Visit visit, AssemblyId id)
    {
        if (visit.Viewer.Person is not { } person) return None;
        var nothing = new Text(Guid.Empty, "", Retention.Legal);
        Authority? For(Act act) => Authorities.For(act, person, visit.Now, visit.State);
        return new(
            Chair: For(new TakeItem(id, 1)),
            List: For(new CheckIn(id, PersonId.Nobody)),
            Count: For(new EnterCount(id, new(0), 0, 0, 0, 0, [])),
            Close: For(new CloseVote(id, new(0))),
            Notes: For(new WriteMinutesNote(id, null, nothing)),
            Name: For(new NameSittingOfficer(id, SittingRole.Chair, person)),
            Post: For(new PostNotice(id, nothing)),
            Member: For(new SecondMotion(id, new(0))));
    }

    /// <summary>Whether the visitor serves at the table in any way.</summary>
    public bool AtTheTable => Chair is not null || List is not null || Count is not null || Name is not null;
}
