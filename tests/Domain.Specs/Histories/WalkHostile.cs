using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>What goes wrong, or is made to: acts of others, again, under false authority, at the wrong time, out of all reason.</summary>
internal sealed partial class Walk
{
    private void Disturb()
    {
        var attempts = history.Attempts.Where(attempt => attempt.Act is not Domain.Work.WorkAct).ToArray();
        var earlier = attempts[chance.Below(attempts.Length)];
        switch (chance.Below(6))
        {
            case 0: history.Ask(earlier.Stamp.Actor, earlier.Act, earlier.Stamp.Authority); break;
            case 1: history.Ask(Anybody(), earlier.Act, FalseAuthority()); break;
            case 2 when chance.Any(State.Posts.Mandates.Values) is { } mandate: history.Ask(Anybody(), earlier.Act, new Authority.Mandate(mandate.Id)); break;
            case 3 when Holder(Power.Convene)?.Person is { } convener && chance.Any(State.Assemblies.Current.Values) is { } assembly:
                history.Ask(convener, new NameSittingOfficer(assembly.Id, chance.Of(Enum.GetValues<SittingRole>()), convener));
                break;
            case 4 when chance.Any(State.Assemblies.Current.Values) is { } assembly: InARoom(assembly); break;
            default: history.Ask(Anybody(), Unreasonable()); break;
        }
    }

    private Authority FalseAuthority() => chance.Below(6) switch
    {
        0 => new Authority.OwnAffair(),
        1 => new Authority.Membership(),
        2 => new Authority.Resolution(new(chance.Between(1, 9))),
        3 => new Authority.RuleDue(),
        4 => new Authority.Letter(new(new("other"), 1)),
        _ => new Authority.Mandate(new(chance.Between(1, 30))),
    };

    private void InARoom(Assembly assembly)
    {
        var person = Anybody();
        var motion = chance.Any(assembly.Motions.Values)?.Id ?? new MotionId(1);
        Act act = chance.Below(9) switch
        {
            0 => new CastBallot(assembly.Id, motion, Choice.For),
            1 => new ProclaimResult(assembly.Id, motion, Choice.For),
            2 => new CloseAssembly(assembly.Id),
            3 => new EnterCount(assembly.Id, motion, 99, 0, 0, 0, [person, person]),
            4 => new EnterBallot(assembly.Id, motion, person, Choice.Against),
            5 => new DeclareCall(assembly.Id, chance.Between(0, 3)),
            6 => new OpenVote(assembly.Id, motion, VoteMethod.OwnPhone, chance.Below(12)),
            7 => new CheckIn(assembly.Id, person),
            _ => new CloseVote(assembly.Id, motion),
        };
        history.Ask(person, act);
    }

    private Act Unreasonable() => chance.Below(9) switch
    {
        0 => new IssueNotice(new(chance.Between(-1, 9)), chance.Of(Enum.GetValues<AssemblyKind>()), chance.Of(LocalDateTime.MaxIsoValue, new LocalDateTime(-9998, 1, 1, 0, 0)), Words("la luna"), Agenda()),
        1 => new DeclareCall(new(int.MaxValue), int.MinValue),
        2 => new EnterCount(new(1), new(1), int.MaxValue, int.MaxValue, int.MinValue, -1, []),
        3 => new TableMotion(new(chance.Between(1, 9)), int.MinValue, Words("moción"), new GrantMandate(new(int.MaxValue), Anybody(), LocalDate.MaxIsoValue)),
        4 => new ResignMandate(new(int.MinValue), Anybody()),
        5 => new RecordLaw(WalkRules.Draw(chance) with { Id = "OTHER" }, ""),
        6 => new EraseText(Guid.Empty, ErasureGround.CourtOrder),
        7 => new Recess(chance.Any(State.Assemblies.Current.Values)?.Id ?? new(1), chance.Of(LocalDateTime.MaxIsoValue, new LocalDateTime(-9998, 1, 1, 0, 0)), Words("la luna")),
        _ => new EnterDue(),
    };
}
