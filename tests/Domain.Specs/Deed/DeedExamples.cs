using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Deed;

/// <summary>How a founding, a key or an erasure is refused.</summary>
internal static class DeedExamples
{
    public static IEnumerable<Example> All =>
    [
        new(DeedRefusals.AlreadyFounded, () => Founded().Refused(Person(1), Plant.Deed())),
        new(DeedRefusals.NotFounded, () => Unfounded().Refused(Person(1), new Resign(Person(1)), new Authority.OwnAffair())),
        Founding(DeedRefusals.BadName, deed => deed with { Name = " " }),
        Founding(DeedRefusals.BadName, deed => deed with { Place = new string('a', 121) }),
        Founding(DeedRefusals.UnknownZone, deed => deed with { Zone = "America/Nowhere" }),
        Founding(DeedRefusals.BadKey, deed => deed with { Key = "short" }),
        Founding(DeedRefusals.BadFounders, deed => deed with { Founders = deed.Founders.Add(deed.Founders[0]) }),
        Founding(DeedRefusals.BadFounders, deed => deed with { Founders = deed.Founders.RemoveAt(0) }),
        Founding(DeedRefusals.BadFounders, deed => deed with { Founders = deed.Founders.Add(new(PersonId.Nobody, Commitment(0))) }),
        Founding(DeedRefusals.BadFounders, deed => deed with { Founders = deed.Founders.SetItem(4, deed.Founders[4] with { Commitment = "no hash" }) }),
        Founding(DeedRefusals.TooFewFounders, deed => deed with { Founders = [deed.Founders[0]], Posts = [] }),
        Founding(DeedRefusals.BadFirstPost, deed => deed with { Posts = deed.Posts.Add(new(Door, [Person(8), Person(9)])) }),
        Founding(DeedRefusals.BadFirstPost, deed => deed with { Posts = deed.Posts.Add(new(Door, [Person(77)])) }),
        Founding(PostsRefusals.AuditApart, deed => deed with { Posts = deed.Posts.Add(new(Door, [Person(3)])) }),
        Founding(PostsRefusals.Incompatible, deed => deed with { Posts = deed.Posts.Add(new(Door with { IncompatibleWith = [new(1)] }, [Person(1)])) }),
        Founding(DeedRefusals.NobodyConvenes, deed => deed with { Posts = deed.Posts.RemoveAt(0) }),
        new(DeedRefusals.KeyUnchanged, () => Founded().Blocked(new AuthoriseKey(Plant.Deed().Key))),
        new(DeedRefusals.KeyUnchanged, () => Founded().Blocked(new AuthoriseKey("plant+99887766+AAAA", "plant+00000000+AAAA"))),
        new(DeedRefusals.BadKey, () => Founded().Blocked(new AuthoriseKey("a key with spaces"))),
        new(DeedRefusals.NothingDue, () => Founded().Refused(PersonId.Nobody, new EnterDue(), new Authority.RuleDue())),
        new(DeedRefusals.NothingDue, ErasedTwice),
    ];

    private static PostTerms Door => new(Words("Puerta"), BodyId.Assembly, [], 1, 6);

    private static Example Founding(RefusalCode code, Func<Found, Found> change) =>
        new(code, () => Unfounded().Refused(Person(1), change(Plant.Deed()), new Authority.OwnAffair()));

    private static Refusal ErasedTwice()
    {
        var plant = Founded();
        plant.Enter(Person(2), new EraseText(Guid.Empty, ErasureGround.OwnerAsked));
        return plant.Refused(Person(2), new EraseText(Guid.Empty, ErasureGround.OwnerAsked));
    }
}
