using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Refusals;

/// <summary>An act with two faults is refused for the one that its list of refusals names first, whoever asks and whenever.</summary>
public sealed class PrecedenceSpecs
{
    private static readonly AssemblyId One = new(1);
    private static readonly MotionId Motion = new(1);

    private static ImmutableArray<(RefusalCode First, RefusalCode Second, Func<Refusal> Happens)> TwoFaults =>
    [
        (AuthorityRefusals.NotMember, AuthorityRefusals.NotYourMandate, () => Founded().Refused(Person(99), new BeginTrial(Person(9), FirstDay), new Authority.Mandate(new(2)))),
        (AuthorityRefusals.NotYourMandate, AuthorityRefusals.PowerMissing, () => Founded().Refused(Person(9), new BeginTrial(Person(9), FirstDay), new Authority.Mandate(new(1)))),
        (AuthorityRefusals.MandateOver, AuthorityRefusals.PowerMissing, () => Later(400).Refused(Person(1), new BeginTrial(Person(9), FirstDay), new Authority.Mandate(new(1)))),

        (DeedRefusals.BadName, DeedRefusals.BadKey, () => Founding(deed => deed with { Name = "", Key = "" })),
        (DeedRefusals.UnknownZone, DeedRefusals.BadFounders, () => Founding(deed => deed with { Zone = "Here", Founders = [] })),
        (DeedRefusals.BadFounders, DeedRefusals.TooFewFounders, () => Founding(deed => deed with { Founders = [] })),
        (DeedRefusals.TooFewFounders, DeedRefusals.NobodyConvenes, () => Founding(deed => deed with { Founders = [deed.Founders[0]], Posts = [] })),

        (MembersRefusals.AlreadyKnown, MembersRefusals.BadCommitment, () => Founded().Refused(Person(5), new ApplyForAdmission(Person(5), ""))),
        (MembersRefusals.NotCandidate, MembersRefusals.DayPassed, () => Founded().Refused(Person(2), new BeginTrial(Person(5), FirstDay.PlusDays(-9)))),
        (MembersRefusals.NotMember, MembersRefusals.ReasonNotYours, () => Departed(7).Refused(Person(2), new RecordDeparture(Person(7), DepartureReason.Exclusion))),
        (MembersRefusals.RecoveryNotProposed, MembersRefusals.SecondPersonNeeded, () => Founded().Refused(Person(3), new ConfirmRecovery(Person(3)))),

        (PostsRefusals.UnknownMandate, PostsRefusals.NotYourMandate, () => Later(400).Refused(Person(1), new ResignMandate(new(2), Person(1)))),
        (PostsRefusals.UnknownBody, PostsRefusals.BadTerms, () => Founded().Blocked(new CreatePost(new(Words("Puerta"), new(9), [], 0, 0)))),
        (PostsRefusals.PowerOfSitting, PostsRefusals.AuditApart, () => Founded().Blocked(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [Power.Audit, Power.Chair], 1, 12)))),
        (PostsRefusals.HolderNotMember, PostsRefusals.NoFreeSeat, () => Founded().Blocked(new GrantMandate(new(1), Person(99)))),
        (PostsRefusals.AlreadyHolds, PostsRefusals.NoFreeSeat, () => Founded().Blocked(new GrantMandate(new(1), Person(1)))),
        (PostsRefusals.NoFreeSeat, PostsRefusals.Incompatible, () => Founded().Blocked(new GrantMandate(new(1), Person(3)))),

        (StatutesRefusals.WrongShape, StatutesRefusals.OutsideRange, () => Founded().Blocked(new ReformStatutes(Rules.PetitionShare.Name, new RuleValue.Heads(new(new Fraction(3, 2)))))),
        (StatutesRefusals.PresetIncomplete, StatutesRefusals.PresetDraft, () => Founded().Refused(Person(3), new RecordLaw(House.Preset() with { Rules = [], Status = PresetStatus.Draft }, ""))),

        (AssembliesRefusals.UnknownPetition, AssembliesRefusals.NoticeTooShort, () => Founded().Refused(Person(4), new IssuePetitionedNotice(new(1), FirstDay.At(LocalTime.Noon), Words("Vereda")))),
        (AssembliesRefusals.WrongKind, AssembliesRefusals.BadAgenda, () => Founded().Refused(Person(1), Notice(AssemblyKind.Session))),
        (AssembliesRefusals.BadAgenda, AssembliesRefusals.NoticeTooShort, () => Founded().Refused(Person(1), Notice(AssemblyKind.Weekly))),
        (AssembliesRefusals.AlreadyOpen, AssembliesRefusals.UnknownCall, () => RoomExamples.Refused(Person(1), new DeclareCall(One, 9))),
        (AssembliesRefusals.NotIn, AssembliesRefusals.NotPresentAndEntitled, () => RoomExamples.Refused(Person(9), new ContestCheckIn(One, Person(10)))),
        (AssembliesRefusals.NotPresentAndEntitled, AssembliesRefusals.UnknownItem, () => RoomExamples.Refused(Person(9), new TableMotion(One, 9, Words("moción")))),

        (VotesRefusals.UnknownMotion, AssembliesRefusals.ItemNotTaken, () => RoomExamples.Refused(Person(1), new OpenVote(One, Motion, VoteMethod.RollCall, 8))),
        (VotesRefusals.NotOpen, VotesRefusals.WrongMethod, () => WithMotion().Refused(Person(3), new CloseVote(One, Motion))),
        (VotesRefusals.AlreadyVoted, VotesRefusals.WrongMethod, () => VotedAloud().Refused(Person(4), new CastBallot(One, Motion, Choice.For))),
        (VotesRefusals.OfficerRecused, VotesRefusals.HeadCountDiffers, () => WithMotion(new RecallMandate(new(1))).Refused(Person(1), new OpenVote(One, Motion, VoteMethod.Paper, 99))),
        (VotesRefusals.TwoTellers, VotesRefusals.CountImpossible, () => Counting().Refused(Person(3), new EnterCount(One, Motion, 99, 0, 0, 0, []))),
        (VotesRefusals.NotCounted, VotesRefusals.NoCastingVote, () => Counting().Refused(Person(1), new ProclaimResult(One, Motion, Choice.For))),

        (MinutesRefusals.NotDrawnUp, MinutesRefusals.AlreadySigned, () => Closed().Refused(Person(5), new SignMinutes(One))),
        (ResolutionsRefusals.Unknown, ResolutionsRefusals.DayPassed, () => Founded().Refused(Person(1), new AssignResolution(new(1), new(9), FirstDay.PlusDays(-1)))),
        (ResolutionsRefusals.UnknownOwner, ResolutionsRefusals.DayPassed, () => Closed().Refused(Person(1), new AssignResolution(new(1), new(9), FirstDay.PlusDays(-1)))),
        (NetworkRefusals.WrongAddress, NetworkRefusals.AlreadyReceived, Misdirected),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, TwoFaults.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_earlier_code_wins(int index)
    {
        var (first, second, happens) = TwoFaults[index];
        Assert.True(RefusalCatalogue.Declared.IndexOf(first) < RefusalCatalogue.Declared.IndexOf(second) || ListOf(first) != ListOf(second), $"{first} is listed after {second}");
        Assert.Equal(first, happens().Code);
    }

    private static Type ListOf(RefusalCode code) => typeof(Collective).Assembly.GetTypes()
        .Single(type => type.GetFields().Any(field => field.IsStatic && field.FieldType == typeof(RefusalCode) && ReferenceEquals(field.GetValue(null), code)));

    private static Plant Later(int days)
    {
        var plant = Founded();
        plant.Now += Duration.FromDays(days);
        return plant;
    }

    private static Plant Departed(int person)
    {
        var plant = Founded();
        plant.Enter(Person(person), new Resign(Person(person)));
        return plant;
    }

    private static Refusal Founding(Func<Found, Found> change) => Unfounded().Refused(Person(1), change(Plant.Deed()), new Authority.OwnAffair());

    private static IssueNotice Notice(AssemblyKind kind) => new(BodyId.Assembly, kind, FirstDay.At(LocalTime.Noon), Words("Nave 1"), []);

    private static Plant WithMotion(Act? effect = null)
    {
        var plant = Founded();
        plant.OpenAssembly(Enumerable.Range(1, 8), effect is null ? Matter.General : Effects.MatterOf(effect, plant.State));
        plant.Table(One, 1, effect);
        plant.Enter(Person(1), new TakeItem(One, 1));
        return plant;
    }

    private static Plant Counting()
    {
        var plant = WithMotion();
        plant.OpenVote(One, 1, Motion, VoteMethod.ShowOfHands);
        return plant;
    }

    private static Plant VotedAloud()
    {
        var plant = WithMotion();
        plant.OpenVote(One, 1, Motion, VoteMethod.RollCall);
        plant.Enter(Person(2), new EnterBallot(One, Motion, Person(4), Choice.For));
        return plant;
    }

    private static Plant Closed()
    {
        var plant = Founded();
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Carry(One, 1, null, 8);
        plant.Enter(Person(1), new CloseAssembly(One));
        return plant;
    }

    private static Refusal Misdirected()
    {
        var plant = Founded();
        var letter = new LetterId(new("other"), 1);
        plant.Enter(PersonId.Nobody, new ReceiveLetter(letter, Id, new LetterContent.MembershipRequest("Otra")), new Authority.Letter(letter));
        return plant.Refused(PersonId.Nobody, new ReceiveLetter(letter, new("elsewhere"), new LetterContent.MembershipRequest("Otra")), new Authority.Letter(letter));
    }

    private static class RoomExamples
    {
        public static Refusal Refused(PersonId actor, Act act) => Specs.Assemblies.RoomExamples.Open().Refused(actor, act);
    }
}
