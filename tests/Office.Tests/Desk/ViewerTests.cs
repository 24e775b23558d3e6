using System.Collections.Immutable;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;
using NodaTime;

namespace Autogestion.Office.Tests.Desk;

/// <summary>Who sees what: the public, members, those concerned, auditors.</summary>
public sealed class ViewerTests
{
    [Fact]
    public async Task Whoever_belongs_sees_what_members_see_and_whoever_left_does_not()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var candidate = new PersonId(Guid.NewGuid());
        await plant.EnterAsync(test.Node, candidate, new ApplyForAdmission(candidate, TestCollective.Commitment(candidate)));
        await plant.EnterAsync(test.Node, plant.Members[5], new Resign(plant.Members[5]));
        Viewer Of(PersonId? person) => Viewer.Of(person, plant.State(test.Node), test.Clock.Now);

        Assert.Equal(new Viewer(plant.Members[4], true, false), Of(plant.Members[4]));
        Assert.Equal(new Viewer(plant.Auditor, true, true), Of(plant.Auditor));
        Assert.Equal(new Viewer(candidate, true, false), Of(candidate));
        Assert.Equal(new Viewer(plant.Members[5], false, false), Of(plant.Members[5]));
        var stranger = new PersonId(Guid.NewGuid());
        Assert.Equal(new Viewer(stranger, false, false), Of(stranger));
        Assert.Equal(Viewer.Public, Of(null));
    }

    [Fact]
    public async Task An_auditor_sees_everything_until_the_mandate_ends()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        Assert.True(Viewer.Of(plant.Auditor, plant.State(test.Node), test.Clock.Now).IsOf(Audience.Auditors));
        Assert.False(Viewer.Of(plant.Auditor, plant.State(test.Node), test.Clock.Now + Duration.FromDays(400)).IsOf(Audience.Auditors));
    }

    [Theory]
    [InlineData(Audience.Public, true, true, true, true)]
    [InlineData(Audience.Members, false, true, true, true)]
    [InlineData(Audience.Involved, false, false, true, true)]
    [InlineData(Audience.Auditors, false, false, false, true)]
    public void Each_audience_includes_those_after_it(Audience audience, bool publicSees, bool memberSees, bool involvedSees, bool auditorSees)
    {
        var (member, involved, auditor) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        Assert.Equal(publicSees, Viewer.Public.IsOf(audience, involved));
        Assert.Equal(memberSees, new Viewer(member, true, false).IsOf(audience, involved));
        Assert.Equal(involvedSees, new Viewer(involved, true, false).IsOf(audience, involved));
        Assert.Equal(auditorSees, new Viewer(auditor, true, true).IsOf(audience, involved));
    }

    [Fact]
    public void Involved_is_whoever_acted_and_whoever_is_named_alone_or_among_others()
    {
        var people = Enumerable.Range(0, 4).Select(_ => new PersonId(Guid.NewGuid())).ToImmutableArray();
        Assert.Equal([true, true, true, false], people.Select(person => Viewer.InvolvedIn(Entry(people[0], new Naming(people[1], null, [people[2]]))).Contains(person)));
        Assert.Equal([true, true, true, false], people.Select(person => Viewer.InvolvedIn(Entry(people[0], new Naming(people[1], people[2], default))).Contains(person)));
    }

    private static ReadEntry Entry(PersonId actor, Entry entry) =>
        new(new(1, new(Guid.NewGuid(), actor, new Authority.OwnAffair(), Instant.FromUtc(2026, 3, 1, 9, 0)), entry), null!, Merkle.EmptyRoot);

    private sealed record Naming(PersonId One, PersonId? Perhaps, ImmutableArray<PersonId> Others) : Entry;
}
