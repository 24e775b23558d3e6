using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>A share of the roll can have an assembly, whatever those who convene do or leave undone.</summary>
public sealed class PetitionSpecs
{
    private static readonly PetitionId Petition = new(1);

    private static ImmutableArray<AgendaDraft> Agenda { get; } = [new(Words("Cuentas"), Matter.General)];

    [Fact]
    public void Ten_per_cent_of_the_roll_produce_the_request_with_its_date()
    {
        var plant = Founded(50);
        plant.Enter(Person(11), new PetitionAssembly(AssemblyKind.Extraordinary, Agenda));
        foreach (var number in new[] { 12, 13, 14 }) Assert.Single(plant.Enter(Person(number), new SignPetition(Petition)));

        var reached = plant.Enter(Person(15), new SignPetition(Petition)).OfType<PetitionReached>().Single();
        Assert.Equal(new PetitionReached(Petition, 5, 50, FirstDay.PlusDays(15)), reached);
        Assert.Single(plant.Enter(Person(16), new SignPetition(Petition)));
    }

    [Fact]
    public void Only_members_with_vote_sign_and_only_those_still_entitled_count()
    {
        var plant = Founded(30);
        plant.Enter(Person(11), new PetitionAssembly(AssemblyKind.Weekly, Agenda));
        plant.Enter(Person(40), new ApplyForAdmission(Person(40), Commitment(40)));
        Assert.Equal("authority.not-member", plant.Refused(Person(40), new SignPetition(Petition)).Code.Name);
        plant.Enter(Person(12), new SignPetition(Petition));
        plant.Enter(Person(12), new Resign(Person(12)));
        Assert.Single(plant.Enter(Person(13), new SignPetition(Petition)));
        Assert.Contains(plant.Enter(Person(14), new SignPetition(Petition)), entry => entry is PetitionReached { Signatures: 3 });
    }

    [Fact]
    public void First_whoever_convenes_then_the_signers_and_the_one_who_calls_it_chairs_it()
    {
        var plant = Founded();
        plant.Enter(Person(8), new PetitionAssembly(AssemblyKind.Weekly, Agenda));
        var call = new IssuePetitionedNotice(Petition, FirstDay.PlusDays(14).At(new(18, 0)), Words("Vereda"));
        plant.Now = FirstDay.PlusDays(8).AtStartOfDayInZone(Zone).ToInstant() - Duration.Epsilon;
        Assert.Equal("assembly.conveners-turn", plant.Refused(Person(8), call).Code.Name);
        plant.Now += Duration.Epsilon;

        var entries = plant.Enter(Person(8), call);
        Assert.Equal(Petition, entries.OfType<AssemblyNoticed>().Single().Petition);
        Assert.Equal((SittingRole.Chair, Person(8)), (entries.OfType<SittingMandateGranted>().Single().Role, entries.OfType<SittingMandateGranted>().Single().Person));
        Assert.Equal("assembly.already-called", plant.Refused(Person(8), call).Code.Name);
    }

    [Fact]
    public void Whoever_convenes_answers_it_at_once_with_the_agenda_asked_for_and_names_the_officers()
    {
        var plant = Founded();
        plant.Enter(Person(8), new PetitionAssembly(AssemblyKind.Weekly, Agenda));
        var entries = plant.Enter(Person(1), new IssuePetitionedNotice(Petition, plant.Local.PlusDays(2), Words("Nave 1")), plant.Citing(1, Power.Convene));

        Assert.Equal(Words("Cuentas"), entries.OfType<AssemblyNoticed>().Single().Agenda.Single().Title);
        Assert.Empty(entries.OfType<SittingMandateGranted>());
        plant.NameOfficers(new(1));
    }

    [Fact]
    public void Whoever_convenes_cannot_take_the_chair_of_a_sitting_that_members_called()
    {
        var plant = Founded();
        var id = plant.CalledByPetition(8, Matter.RecallMandate);
        foreach (var role in Enum.GetValues<SittingRole>())
            Assert.Equal("post.sitting-of-petitioners", plant.Refused(Person(1), new NameSittingOfficer(id, role, Person(1))).Code.Name);

        plant.Enter(Person(8), new NameSittingOfficer(id, SittingRole.Secretary, Person(9)));
        plant.OpenNoticed(id, [4, 5, 6, 7, 8, 9]);
        var recall = plant.Table(id, 1, new RecallMandate(new(1)), Person(8));
        plant.Enter(Person(8), new TakeItem(id, 1));
        plant.Enter(Person(8), new OpenVote(id, recall, VoteMethod.OwnPhone, 6));
        foreach (var number in Enumerable.Range(4, 6)) plant.Enter(Person(number), new CastBallot(id, recall, Choice.For));
        plant.Enter(Person(8), new CloseVote(id, recall));
        Assert.Contains(new MandateEnded(new(1), MandateEnd.Recall), plant.Enter(Person(8), new ProclaimResult(id, recall)));
    }

    [Fact]
    public void A_signer_who_calls_it_and_stays_away_does_not_use_it_up()
    {
        var plant = Founded(20);
        plant.Enter(Person(8), new PetitionAssembly(AssemblyKind.Weekly, Agenda));
        plant.Enter(Person(9), new SignPetition(Petition));
        plant.Now += Duration.FromDays(9);
        plant.Enter(Person(8), new IssuePetitionedNotice(Petition, plant.Local.PlusDays(2), Words("la luna")));
        var kept = plant.Enter(Person(9), new IssuePetitionedNotice(Petition, plant.Local.PlusDays(2), Words("Vereda"))).OfType<AssemblyNoticed>().Single().Assembly;

        plant.OpenNoticed(kept, Enumerable.Range(4, 12));
        Assert.Empty(plant.State.Assemblies.Petitions);
        plant.Now += Duration.FromDays(1);
        Assert.Contains(new AssemblyLapsed(new(1)), plant.DeskEntersDue());
    }

    [Fact]
    public void When_every_mandate_has_lapsed_a_share_of_the_roll_convenes_at_once()
    {
        var plant = Founded(10);
        plant.Now += Duration.FromDays(400);
        plant.DeskEntersDue();
        Assert.Empty(plant.State.Posts.Live(plant.Now));

        plant.Enter(Person(8), new PetitionAssembly(AssemblyKind.Weekly, Agenda));
        var call = new IssuePetitionedNotice(Petition, plant.Local.PlusDays(2), Words("Vereda"));
        Assert.Equal(Rules.SelfConvening.Name, plant.Refused(Person(8), call).Rule!.Rule);
        plant.Enter(Person(9), new SignPetition(Petition));
        plant.OpenNoticed(plant.Enter(Person(9), call).OfType<AssemblyNoticed>().Single().Assembly, Enumerable.Range(3, 6));
        Assert.Equal(AssemblyPhase.Open, plant.Sitting(new(1)).Phase);
    }

    [Fact]
    public void A_suspended_convener_is_nobody_who_convenes()
    {
        var plant = Founded();
        plant.Enter(Person(2), new SetVoiceOnly(Person(9), true));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.SuspendMember);
        var motion = plant.Table(id, 1, new Suspend(Person(1), plant.Local.Date.PlusDays(9)));
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(7)));
        plant.Enter(Person(7), new TakeItem(id, 1));
        plant.Enter(Person(7), new OpenVote(id, motion, VoteMethod.ShowOfHands, 8));
        plant.Enter(Person(3), new EnterCount(id, motion, 7, 0, 0, 0, [Person(3), Person(4)]));
        plant.Enter(Person(7), new ProclaimResult(id, motion));

        plant.Enter(Person(8), new PetitionAssembly(AssemblyKind.Weekly, Agenda));
        plant.Enter(Person(7), new SignPetition(Petition));
        plant.Enter(Person(8), new IssuePetitionedNotice(Petition, plant.Local.PlusDays(2), Words("Vereda")));
    }
}
