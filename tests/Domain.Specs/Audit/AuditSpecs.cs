using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Audit;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Audit;

/// <summary>Observations of auditors cite a rule, stay, and come back until they are answered.</summary>
public sealed class AuditSpecs
{
    [Fact]
    public void An_observation_comes_back_to_the_agenda_of_its_body_until_that_body_answers()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var written = plant.Enter(Person(3), new WriteObservation(new(2), Rules.CouncilSize.Name, Words("falta gente"))).OfType<ObservationWritten>().Single();
        Assert.Equal(Rules.CouncilSize.Name, written.Rule.Rule);

        Assert.DoesNotContain(plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda, item => item.Came is not null);
        var session = plant.OpenSession(new(2), [6, 7], Matter.General);
        Assert.Equal(new Came.Observed(new(1)), plant.Sitting(session).Agenda[0].Came);
        plant.Enter(Person(1), new CloseAssembly(session));

        var next = plant.OpenSession(new(2), [6, 7], Matter.General);
        Assert.Equal(new Came.Observed(new(1)), plant.Sitting(next).Agenda[0].Came);
        Assert.Contains(plant.Carry(next, 1, new AnswerObservation(new(1), Words("se eligió")), 2, mover: Person(6)), entry => entry is ObservationAnswered);
        plant.Enter(Person(1), new CloseAssembly(next));
        Assert.DoesNotContain(plant.Sitting(plant.OpenSession(new(2), [6, 7], Matter.General)).Agenda, item => item.Came is not null);
    }

    [Fact]
    public void Nobody_erases_it_not_even_who_wrote_it()
    {
        var plant = Founded();
        var words = Words("ojo");
        plant.Enter(Person(3), new WriteObservation(BodyId.Assembly, Rules.Tie.Name, words));
        Assert.Equal("audit.not-erased", plant.Refused(Person(2), new EraseText(words.Id, ErasureGround.OwnerAsked)).Code.Name);
        Assert.Single(plant.State.Observations.All);
        Assert.Equal("authority.power-missing", plant.Refused(Person(1), new WriteObservation(BodyId.Assembly, Rules.Tie.Name, Words("no")), plant.Citing(1, Power.Convene)).Code.Name);
    }

    [Fact]
    public void Another_body_does_not_answer_for_it()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        plant.Enter(Person(3), new WriteObservation(BodyId.Assembly, Rules.Tie.Name, Words("ojo")));
        var session = plant.OpenSession(new(2), [6, 7], Matter.General);
        Assert.Equal("motion.other-body", plant.Refused(Person(6), new TableMotion(session, 1, Words("moción"), new AnswerObservation(new(1), Words("nada")))).Code.Name);
    }
}
