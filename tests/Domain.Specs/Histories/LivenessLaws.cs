using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>From every state that a collective gets into, some lawful acts lead to an open assembly: through whoever convenes, and through its members without them.</summary>
public sealed class LivenessLaws
{
    [Fact]
    public void Members_alone_get_to_an_assembly_whatever_whoever_convenes_does() => HistoryLaws.Hold(history =>
    {
        if (Wake(history) is not { } roll) return;
        var petition = First(history, roll[0], kind => new PetitionAssembly(kind, [Item(history, kind)]));
        Assert.NotNull(petition);
        var id = history.State.Assemblies.Petitions.Values.Last().Id;
        foreach (var person in roll.Skip(1)) history.Ask(person, new SignPetition(id));
        history.Now += Duration.FromDays(40);
        roll = Wake(history)!.Value;
        var signer = roll.First(history.State.Assemblies.Petitions[id.Value].Signatures.Contains);
        Assert.True(Enumerable.Range(1, 120).Any(days => history.Ask(signer, new IssuePetitionedNotice(id, Local(history).PlusDays(days), Words("Vereda")))), $"No day will do: {history.Attempts[^1].Decision}");
        Open(history, signer);
    }, 150);

    [Fact]
    public void Whoever_convenes_gets_to_an_assembly() => HistoryLaws.Hold(history =>
    {
        if (Wake(history) is null) return;
        var convener = history.State.Posts.Live(history.Now).FirstOrDefault(mandate => mandate.Powers.Contains(Power.Convene)
            && Authorities.MayServe(mandate.Person, history.Now, history.State) && Authorities.Reaches(mandate, BodyId.Assembly, history.State))?.Person;
        if (convener is not { } person) return;
        var noticed = from days in Enumerable.Range(1, 120) select First(history, person, kind => new IssueNotice(BodyId.Assembly, kind, Local(history).PlusDays(days), Words("Nave 1"), [Item(history, kind)]));
        Assert.Contains(noticed, kind => kind is not null);
        Assert.True(history.Ask(person, new NameSittingOfficer(history.State.Assemblies.Current.Values.Last().Id, SittingRole.Chair, person)));
        Open(history, person);
    }, 150);

    // Enters what is due; the roll, if anybody has a vote now or once all suspensions are over.
    private static ImmutableArray<PersonId>? Wake(History history)
    {
        history.Ask(PersonId.Nobody, new EnterDue(), new Authority.RuleDue());
        if (history.State.Roster.Voters(history.Now).IsEmpty) history.Now += Duration.FromDays(40);
        var roll = history.State.Roster.Voters(history.Now);
        return roll.IsEmpty ? null : roll;
    }

    private static LocalDateTime Local(History history) => history.Now.InZone(Zone).LocalDateTime;

    private static AssemblyKind? First(History history, PersonId actor, Func<AssemblyKind, Act> act) =>
        new AssemblyKind?[] { AssemblyKind.Weekly, AssemblyKind.Extraordinary, AssemblyKind.Ordinary }.FirstOrDefault(kind => history.Ask(actor, act(kind!.Value)));

    // A matter that the assembly may deal with in that kind of sitting.
    private static AgendaDraft Item(History history, AssemblyKind kind)
    {
        var matter = Enum.GetValues<Matter>().FirstOrDefault(matter => NoticeDecider.IsCompetent(matter, BodyKind.Assembly, history.State.Bodies.Council is not null, history.State.Statutes));
        return new(Words("punto"), matter, NoticeDecider.IsInternal(kind));
    }

    private static void Open(History history, PersonId chair)
    {
        var assembly = history.State.Assemblies.Current.Values.Last();
        history.Now = assembly.Calls[^1].At;
        foreach (var person in history.State.Roster.Voters(history.Now)) history.Ask(person, new CheckIn(assembly.Id, person));
        Assert.True(history.Ask(chair, new DeclareCall(assembly.Id, assembly.Calls[^1].Number)), $"{history.Attempts[^1].Decision}");
        Assert.Equal(AssemblyPhase.Open, history.State.Assemblies.Find(assembly.Id)?.Phase);
    }
}
