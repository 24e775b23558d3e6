using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;
using NodaTime;

namespace Autogestion.Office.Tests.Scenarios;

/// <summary>
/// Years of play: every act of the samples was asked at a desk and came out as its file says. Their books are the widest road
/// that the rules are driven on.
/// </summary>
public sealed class SampleTests(PlayedSamples samples) : IClassFixture<PlayedSamples>
{
    [Fact]
    public void Every_sample_was_played_to_its_end()
    {
        Assert.True(samples.Stories.Count >= 5);
        Assert.All(samples.Stories, story =>
        {
            Assert.True(story.Played.Acts > story.Scenario.Steps.Length);
            Assert.Equal(story.Played.Position, samples.Node.Find(story.Played.Collective)!.Current.Position);
        });
    }

    [Fact]
    public async Task Deciding_every_act_again_gives_the_same_books()
    {
        foreach (var (scenario, played) in samples.Stories)
        {
            var result = await Rehearsal.RunAsync(samples.Node.Find(played.Collective)!.ReadAsync(0, played.Position, TestContext.Current.CancellationToken));
            Assert.True(result.Fault is null, $"{scenario.Name}: {result}");
            Assert.Equal(played.Position, result.Entries);
        }
    }

    [Fact]
    public async Task Reading_the_books_again_gives_the_running_state_and_the_same_seal()
    {
        await using var again = await samples.OpenAsync();
        foreach (var (_, played) in samples.Stories)
        {
            var running = samples.Node.Find(played.Collective)!.Current;
            var read = again.Find(played.Collective)!.Current;
            Assert.Null(read.Broken);
            Assert.Equal(running.Root, read.Root);
            Assert.Equal(StateDigest.Of(running.State), StateDigest.Of(read.State));
        }
    }

    [Fact]
    public void The_three_workplaces_and_the_network_end_on_the_same_evening()
    {
        var evening = new LocalDate(2005, 8, 25).At(new(18, 20)).InZoneStrictly(DateTimeZoneProviders.Tzdb["America/Argentina/Buenos_Aires"]).ToInstant();
        var last = samples.Stories.Select(story => State(story.Scenario).LastEntered).Max();
        Assert.InRange(last, evening - Duration.FromHours(1), evening);
    }

    [Fact]
    public void On_that_evening_a_vote_is_open_in_one_place_and_an_assembly_called_for_tomorrow_in_another()
    {
        var underWay = samples.Stories.Where(story => story.Played.Acts > 1000).SelectMany(story => State(story.Scenario).Assemblies.Current.Values).ToList();
        Assert.Equal(MotionPhase.Voting, Assert.Single(underWay, assembly => assembly.Phase == AssemblyPhase.Open).InVote!.Phase);
        Assert.Single(underWay, assembly => assembly.Phase == AssemblyPhase.Noticed);
    }

    [Fact]
    public void One_plant_was_taken_in_one_declined_and_one_waits()
    {
        var network = State(Sample("network.yaml")).Network;
        Assert.Equal(new CollectiveId(Sample("tile-factory.yaml").Id), Assert.Single(network.Collectives).Key);
        Assert.Equal(new CollectiveId(Sample("suit-factory.yaml").Id), Assert.Single(network.Requests).Value.From);
        Assert.Single(State(Sample("tile-factory.yaml")).Network.Networks);
        var declined = State(Sample("glassworks.yaml")).Network;
        Assert.Empty(declined.Networks);
        Assert.Empty(declined.Asked);
    }

    [Fact]
    public void The_stories_meet_what_a_collective_meets_in_years()
    {
        var states = samples.Stories.Select(story => State(story.Scenario)).ToList();
        var resolutions = states.SelectMany(state => state.Resolutions.All.Values).ToList();
        Assert.Contains(resolutions, resolution => resolution.FollowUp.Any(recorded => recorded.Entry is EffectBlocked));
        Assert.Contains(resolutions, resolution => resolution.FollowUp.Any(recorded => recorded.Entry is EffectDeferred));
        Assert.Contains(resolutions, resolution => resolution.FollowUp.Any(recorded => recorded.Entry is ResolutionRegistered));
        Assert.Contains(resolutions, resolution => resolution.FollowUp.Any(recorded => recorded.Entry is ResolutionRatified));
        Assert.Contains(resolutions, resolution => resolution.State == ResolutionState.SetAside);
        Assert.Contains(states, state => state.Assemblies.Past.Values.Any(past => !past.Held));
        Assert.Contains(states, state => state.Assemblies.Past.Values.Any(past => past.Call > 1));
        Assert.Contains(states.SelectMany(state => state.Posts.Mandates.Values), mandate => mandate.End == Domain.Posts.MandateEnd.Recall);
        Assert.Contains(states, state => state.StatuteVersions.Values.Select(version => version.Preset!.Id).Distinct().Count() > 1);
        Assert.Contains(states.SelectMany(state => state.Observations.All.Values), observation => observation.Answer is not null);
        Assert.Contains(states.SelectMany(state => state.Sanctions.All.Values), sanction => sanction is { Imposed: not null, Appeal: { Upheld: false, DecidedAt: not null } });
        Assert.Contains(states, state => !state.Duties.Duties.IsEmpty);
        Assert.Contains(states, state => state.Work is { Workshops.IsEmpty: false, Waiting.IsEmpty: false, LeftOpen.IsEmpty: false, Open.IsEmpty: false, Absences.IsEmpty: false });
        Assert.True(samples.Stories.Sum(story => story.Played.Refusals) >= 20);
    }

    [Fact]
    public async Task A_story_that_comes_out_otherwise_says_the_line()
    {
        await using var test = await TestNode.OpenAsync();
        var clock = new SteppingClock(Instant.FromUtc(1900, 1, 1, 0, 0));
        var node = await test.AnotherAsync(clock: clock);
        var failing = SampleFiles.Read("failing/votes-twice.yaml");
        var wrong = await Assert.ThrowsAsync<UnexpectedOutcomeException>(() => new Timeline(clock).PlayAsync(node, [failing, SampleFiles.Read("first-assembly.yaml")]));
        Assert.Equal(38, wrong.Line);
        Assert.Equal(failing.Name, wrong.Story);
        Assert.Contains(VotesRefusals.AlreadyVoted.Name, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_plays_into_PostgreSQL_alike()
    {
        await using var test = await TestNode.OpenAsync(Backend.Postgres);
        var clock = new SteppingClock(Instant.FromUtc(1900, 1, 1, 0, 0));
        var node = await test.AnotherAsync(clock: clock);
        var scenario = SampleFiles.Read("glassworks.yaml");
        var played = Assert.Single(await new Timeline(clock).PlayAsync(node, [scenario]));
        Assert.Equal(samples.Stories.Single(story => story.Scenario.Id == scenario.Id).Played.Acts, played.Acts);
    }

    private Domain.Collective State(Scenario scenario) => samples.Node.Find(new(scenario.Id))!.Current.State;

    private Scenario Sample(string file)
    {
        var id = SampleFiles.Read(file).Id;
        return samples.Stories.Single(story => story.Scenario.Id == id).Scenario;
    }
}
