using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Pages.Members;
using Autogestion.Pages.Network;
using Autogestion.Pages.Posts;
using Autogestion.Pages.Resolutions;
using Autogestion.Pages.Today;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Tests.Rooms;

/// <summary>The roster of any day, the board of posts, where resolutions stand, the neighbours.</summary>
public sealed class BoardsTests
{
    [Fact]
    public void The_roster_of_a_day_is_as_it_stood_at_its_end()
    {
        var plant = Founded();
        plant.Now += Duration.FromDays(10);
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Enter(Person(10), new Resign(Person(10)));
        plant.Now += Duration.FromDays(10);

        var today = RosterView.Of(plant.State, null, plant.Now);
        Assert.Equal((9, 1, 1), (today.Count(Standing.Member), today.Count(Standing.Candidate), today.Count(Standing.Departed)));
        var before = RosterView.Of(plant.State, FirstDay.PlusDays(9), plant.Now);
        Assert.Equal((10, 0, 0), (before.Count(Standing.Member), before.Count(Standing.Candidate), before.Count(Standing.Departed)));
        Assert.Equal((9, 1), (RosterView.Of(plant.State, FirstDay.PlusDays(10), plant.Now).Count(Standing.Member), RosterView.Of(plant.State, FirstDay.PlusDays(10), plant.Now).Count(Standing.Candidate)));
        Assert.Empty(RosterView.Of(plant.State, FirstDay.PlusDays(-1), plant.Now).Lines);
        Assert.Equal(today.On, RosterView.Of(plant.State, today.On.PlusDays(30), plant.Now).On);
    }

    [Fact]
    public void A_candidate_has_no_number_and_stands_last()
    {
        var plant = Founded(3);
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        var lines = RosterView.Of(plant.State, null, plant.Now).Lines;
        Assert.Equal([1, 2, 3, null], lines.Select(line => line.Number));
        Assert.Equal([new PostId(1)], lines[0].Posts);
    }

    [Fact]
    public void A_suspension_that_is_over_gives_back_what_was_before()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(7), plant.Now.InZone(Zone).Date.PlusDays(10)));
        var line = RosterView.Of(plant.State, null, plant.Now).Lines.Single(line => line.Person == Person(7));
        Assert.Equal((Standing.Suspended, FirstDay.PlusDays(10)), (line.Standing, line.Until));
        plant.Now += Duration.FromDays(12);
        Assert.Equal(Standing.Member, RosterView.Of(plant.State, null, plant.Now).Lines.Single(line => line.Person == Person(7)).Standing);
    }

    [Fact]
    public void The_board_says_who_holds_held_and_never_has()
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 2, 6))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(7)));
        var board = PostsView.Of(plant.State, plant.Now);
        Assert.Equal(1, board.Posts.Single(view => view.Post.Id == post).Free);
        Assert.Equal((4, 6), (board.Rotation.Held.Length, board.Rotation.Never.Length));
        Assert.Contains(board.Rotation.Held, line => line is { Terms: 1, HoldsNow: true } && line.Person == Person(7));

        plant.Now += Duration.FromDays(250);
        var later = PostsView.Of(plant.State, plant.Now);
        Assert.Equal(Person(7), Assert.Single(later.Posts.Single(view => view.Post.Id == post).Before).Person);
        Assert.Empty(later.Posts.Single(view => view.Post.Id == post).Now);
        Assert.Contains(later.Rotation.Held, line => line is { Terms: 1, HoldsNow: false } && line.Person == Person(7));
    }

    [Fact]
    public void Mandates_that_end_within_three_months_are_said_the_soonest_first()
    {
        var plant = Founded();
        Assert.Empty(PostsView.Of(plant.State, plant.Now).Ending);
        plant.Now += Duration.FromDays(300);
        Assert.Equal(3, PostsView.Of(plant.State, plant.Now).Ending.Length);
    }

    [Fact]
    public void A_resolution_stands_where_its_follow_up_left_it()
    {
        var plant = Founded();
        var today = plant.Now.InZone(Zone).Date;
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6)));
        Resolution First() => plant.State.Resolutions.All[1];
        Assert.Equal(ResolutionStatus.InForce, First().On(today));
        plant.Enter(Person(1), new AssignResolution(First().Id, new(2), plant.Now.InZone(Zone).Date.PlusDays(3)));
        var due = First().Due!.Value;
        Assert.Equal((ResolutionStatus.UnderWay, ResolutionStatus.Overdue), (First().On(due), First().On(due.PlusDays(1))));
        plant.Enter(Person(2), new ReportProgress(First().Id, true, Words("Hecho")));
        Assert.Equal(ResolutionStatus.Done, First().On(due.PlusDays(1)));
        plant.Enter(Person(2), new RecordAnnulment(First().Id, Words("Sentencia")));
        Assert.Equal(ResolutionStatus.SetAside, First().On(due.PlusDays(1)));
        Assert.Equal(
            [typeof(EffectCarriedOut), typeof(ResolutionAssigned), typeof(ProgressReported), typeof(ResolutionSetAside)],
            First().FollowUp.Select(recorded => recorded.Entry.GetType()));
    }

    [Theory]
    [InlineData(true, ResolutionStatus.WaitsForRegistration)]
    [InlineData(false, ResolutionStatus.WaitsForAppeal)]
    public void A_waiting_effect_says_for_what_it_waits(bool registration, ResolutionStatus expected)
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6)), registration ? new EffectFrom.Registration() : new EffectFrom.AppealLapsed());
        Assert.Equal(expected, plant.State.Resolutions.All[1].On(FirstDay.PlusDays(3)));
    }

    [Fact]
    public void Pictures_count_what_there_was_and_begin_with_the_founding()
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6)));
        plant.Now += Duration.FromDays(70);
        plant.Enter(Person(10), new Resign(Person(10)));
        var pictures = Pictures.Of(plant.State, plant.Now);
        Assert.Same(pictures, Pictures.Of(plant.State, plant.Now));
        Assert.NotSame(pictures, Pictures.Of(plant.State, plant.Now + Duration.FromDays(1)));
        Assert.Equal([10, 10, 9], pictures.Members.Select(point => point.Members));
        Assert.Equal((10, 10), (Assert.Single(pictures.Attendance).Present, pictures.Attendance[0].Roll));
        Assert.Equal((1, 0, 0), (pictures.Resolutions, pictures.Open, pictures.Late));
        Assert.Equal((3, 9), (pictures.HeldPosts, pictures.Belong));
    }

    [Fact]
    public void A_collective_alone_has_no_neighbours()
    {
        var view = NetworkView.Of(Founded().State, _ => null);
        Assert.False(view.IsNetwork);
        Assert.Empty(view.Belongs);
        Assert.Empty(view.Sent);
    }

    [Fact]
    public void A_request_to_a_network_elsewhere_is_on_its_way_under_its_address()
    {
        var plant = Founded();
        plant.Resolve(new Domain.Network.RequestMembership(new("red-lejana-00")));
        var view = NetworkView.Of(plant.State, _ => null);
        Assert.Equal("red-lejana-00", Assert.Single(view.Asked).Name);
        Assert.Null(Assert.Single(view.Sent).Arrived);
        Assert.Equal(CollectiveKind.Enterprise, plant.State.Deed.Kind);
    }
}
