using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Posts;

/// <summary>How an act about posts and mandates is refused.</summary>
internal static class PostsExamples
{
    public static IEnumerable<Example> All =>
    [
        new(PostsRefusals.UnknownPost, () => Founded().Blocked(new ClosePost(new(99)))),
        new(PostsRefusals.UnknownMandate, () => Founded().Blocked(new RecallMandate(new(99)))),
        new(PostsRefusals.UnknownMandate, () => Founded().Refused(Person(1), new ResignMandate(new(99), Person(1)))),
        new(PostsRefusals.UnknownMandate, ResignedTwice),
        new(PostsRefusals.NotYourMandate, () => Founded().Refused(Person(1), new ResignMandate(new(2), Person(1)))),
        new(PostsRefusals.NotYourMandate, SomebodyElsesNextTerm),
        new(PostsRefusals.SittingMandate, RecallOfASigner),
        new(PostsRefusals.UnknownBody, () => Founded().Blocked(new CreatePost(Door with { Body = new(9) }))),
        new(PostsRefusals.BadTerms, () => Founded().Blocked(new CreatePost(Door with { Seats = 0 }))),
        new(PostsRefusals.BadTerms, () => Founded().Blocked(new CreatePost(Door with { TermMonths = 121 }))),
        new(PostsRefusals.BadTerms, () => Founded().Blocked(new CreatePost(Door with { MostConsecutive = 0 }))),
        new(PostsRefusals.PowerOfSitting, () => Founded().Blocked(new CreatePost(Door with { Powers = [Power.Chair] }))),
        new(PostsRefusals.AuditApart, () => Founded().Blocked(new CreatePost(Door with { Powers = [Power.Audit, Power.Convene] }))),
        new(PostsRefusals.AuditApart, () => Founded(withCouncil: true).Blocked(new CreatePost(Door with { Body = new(2), Powers = [Power.Audit] }))),
        new(PostsRefusals.TermTooLong, () => Founded().Blocked(new CreatePost(Door with { Powers = [Power.Audit], TermMonths = 37 }))),
        new(PostsRefusals.StillHeld, () => Founded(preset: House.Preset((Rules.HeldPost, new RuleValue.Choice("Refused")))).Blocked(new ClosePost(new(2)))),
        new(PostsRefusals.HolderNotMember, () => Founded().Blocked(new GrantMandate(new(2), Person(99)))),
        new(PostsRefusals.DayPassed, () => Founded().Blocked(new GrantMandate(new(2), Person(7), FirstDay))),
        new(PostsRefusals.DayTooFar, () => Founded().Blocked(new GrantMandate(new(2), Person(7), LocalDate.MaxIsoValue))),
        new(PostsRefusals.AlreadyHolds, () => Founded().Blocked(new GrantMandate(new(2), Person(2)))),
        new(PostsRefusals.NoFreeSeat, () => Founded().Blocked(new GrantMandate(new(2), Person(7)))),
        new(PostsRefusals.Incompatible, () => OpenSeats(Door with { IncompatibleWith = [new(2)] }, 2)),
        new(PostsRefusals.Incompatible, () => OpenSeats(Door with { Powers = [Power.Audit] }, 1)),
        new(PostsRefusals.Incompatible, () => OpenSeats(Door with { Powers = [Power.Convene] }, 3)),
        new(PostsRefusals.MustRotate, TooOften),
        new(PostsRefusals.OfficerNotMember, () => Naming(99)),
        new(PostsRefusals.OfficerNotMember, SuspendedTeller),
        new(PostsRefusals.OfficerAlready, () => Naming(1)),
        new(PostsRefusals.SittingOfPetitioners, ConvenerTakesTheChair),
    ];

    private static PostTerms Door => new(Words("Puerta"), BodyId.Assembly, [], 1, 6);

    private static Refusal ResignedTwice()
    {
        var plant = Founded();
        plant.Enter(Person(1), new ResignMandate(new(1), Person(1)));
        return plant.Refused(Person(1), new ResignMandate(new(1), Person(1)));
    }

    private static Refusal SomebodyElsesNextTerm()
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(Door)).OfType<PostCreated>().Single().Post;
        var next = plant.Resolve(new GrantMandate(post, Person(7), FirstDay.PlusMonths(3))).OfType<MandateGranted>().Single().Mandate;
        return plant.Refused(Person(8), new ResignMandate(next, Person(8)));
    }

    private static Refusal RecallOfASigner()
    {
        var plant = Founded();
        plant.Notice(AssemblyKind.Weekly, 60, Matter.General);
        return plant.Blocked(new RecallMandate(plant.State.Posts.Officers(new(1)).Single(officer => officer.Role == SittingRole.Signer).Id));
    }

    private static Refusal OpenSeats(PostTerms terms, int person)
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(terms)).OfType<PostCreated>().Single().Post;
        return plant.Blocked(new GrantMandate(post, Person(person)));
    }

    private static Refusal TooOften()
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(Door with { MostConsecutive = 1, LeastGapMonths = 6 })).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(7)));
        plant.Now += Duration.FromDays(200);
        return plant.Blocked(new GrantMandate(post, Person(7)));
    }

    private static Refusal Naming(int person)
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        return plant.Refused(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(person)));
    }

    private static Refusal SuspendedTeller()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(7), FirstDay.PlusDays(12)));
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        return plant.Refused(Person(1), new NameSittingOfficer(id, SittingRole.Teller, Person(7)));
    }

    private static Refusal ConvenerTakesTheChair()
    {
        var plant = Founded();
        var id = plant.CalledByPetition(8);
        return plant.Refused(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(1)));
    }
}
