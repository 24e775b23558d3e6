using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Resolutions;

/// <summary>What a resolution had undone comes back when it is set aside itself, and what others built on it meanwhile stays.</summary>
public sealed class UndoingSpecs
{
    private static readonly (RuleKey, RuleValue) Whole = (Rules.Undoing, new RuleValue.Choice("EveryEffect"));

    [Fact]
    public void Every_effect_says_how_it_is_undone()
    {
        var effects = typeof(Act).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Act)) && !type.IsAbstract && Authorities.AcceptedBy(type).Any(accepts => accepts.Source == Source.Resolution)).ToArray();
        Assert.True(effects.Length > 15);
        Assert.All(effects, type => Assert.Single(type.GetCustomAttributes(typeof(UndoneAttribute), false)));
    }

    [Fact]
    public void A_recall_set_aside_gives_the_mandate_back_for_the_rest_of_its_term()
    {
        var plant = Founded(preset: House.Preset(Whole));
        var until = plant.State.Posts.Find(new MandateId(2))!.Until;
        plant.Resolve(new RecallMandate(new(2)));
        Assert.Null(plant.State.Posts.Giving(Power.KeepRoster, Person(2), plant.Now));
        plant.Now += Duration.FromDays(3);
        Assert.Contains(new MandateRestored(new(2)), plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia"))));
        var mandate = plant.State.Posts.Giving(Power.KeepRoster, Person(2), plant.Now)!;
        Assert.Equal((new MandateId(2), until), (mandate.Id, mandate.Until));
        Assert.False(mandate.IsLive(plant.Now - Duration.FromDays(1)));
    }

    [Fact]
    public void Who_was_elected_to_the_seat_meanwhile_keeps_it()
    {
        var plant = Founded(preset: House.Preset(Whole));
        plant.Resolve(new RecallMandate(new(2)));
        plant.Resolve(new GrantMandate(new(2), Person(7)));
        Assert.Empty(plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia"))).OfType<MandateRestored>());
        Assert.NotNull(plant.State.Posts.Giving(Power.KeepRoster, Person(7), plant.Now));
    }

    [Fact]
    public void The_first_books_go_on_undoing_what_they_undid()
    {
        var plant = Founded();
        plant.Resolve(new RecallMandate(new(2)));
        Assert.Single(plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia"))));
    }

    [Fact]
    public void A_new_body_set_aside_is_dissolved_with_its_posts_and_can_be_called_no_more()
    {
        var plant = Founded(preset: House.Preset(Whole));
        var sector = plant.Sector(6, 7);
        var entries = plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia")));
        Assert.Contains(new BodyDissolved(sector), entries);
        Assert.Equal(2, entries.OfType<MandateEnded>().Count(ended => ended.Reason == MandateEnd.PostClosed));
        Assert.Equal("assembly.unknown-body", plant.Refused(Person(1), new IssueNotice(sector, AssemblyKind.Session, plant.Local.PlusDays(3), Words("Hornos"), [new(Words("tema"), Matter.General)])).Code.Name);
        Assert.Equal("post.unknown-body", plant.Blocked(new CreatePost(new(Words("Enlace"), sector, [], 1, 12))).Code.Name);
    }

    [Fact]
    public void A_closed_post_opens_again()
    {
        var plant = Founded(preset: House.Preset(Whole));
        plant.Resolve(new ClosePost(new(2)));
        var entries = plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia")));
        Assert.Contains(new PostReopened(new(2)), entries);
        Assert.Contains(new MandateRestored(new(2)), entries);
    }

    [Fact]
    public void A_ratification_set_aside_leaves_what_it_confirmed_waiting_again()
    {
        var plant = Unfounded();
        var deed = Plant.Deed(preset: House.Preset(Whole, (Rules.Reserved(Matter.ElectPost), new RuleValue.Switch(true))));
        plant.Enter(Person(1), deed with { Posts = deed.Posts.Add(new(new(Words("Puerta"), BodyId.Assembly, [], 2, 12), [])) }, new Authority.OwnAffair());
        var weekly = plant.Enter(Person(1), new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, plant.Local.PlusDays(2), Words("Nave 1"), [new(Words("Elegir"), Matter.ElectPost, true)]))
            .OfType<AssemblyNoticed>().Single().Assembly;
        plant.NameOfficers(weekly);
        plant.OpenNoticed(weekly, Enumerable.Range(1, 8));
        plant.Carry(weekly, 1, new GrantMandate(new(4), Person(7)), 8);
        plant.Enter(Person(1), new CloseAssembly(weekly));
        var formal = plant.OpenAssembly(Enumerable.Range(1, 8), AssemblyKind.Extraordinary, Matter.General);
        plant.Carry(formal, 1, new Ratify(new(1)), 8);

        var entries = plant.Enter(Person(3), new RecordAnnulment(new(2), Words("sentencia")));
        Assert.Contains(new RatificationUndone(new(1)), entries);
        Assert.Contains(entries, entry => entry is MandateEnded { Reason: MandateEnd.SetAside });
        Assert.Equal(ResolutionState.ToRatify, plant.State.Resolutions.All[1].State);
    }

    [Fact]
    public void Taking_back_an_election_is_a_recall_also_when_what_is_taken_back_only_confirmed_it()
    {
        var plant = Founded(preset: House.Preset(Whole, (Rules.MajorityFor(Matter.RecallCouncil), Rules.MajorityFor(Matter.RecallCouncil).Otherwise ?? new RuleValue.Majority(new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded)))));
        plant.Resolve(new RecallMandate(new(2)));
        plant.Resolve(new GrantMandate(new(2), Person(7)));
        Assert.Equal(Matter.RecallMandate, Effects.MatterOf(new SetAside(new(2)), plant.State));
        Assert.Equal(Matter.RecallMandate, Effects.MatterOf(new SuspendResolution(new(2)), plant.State));
    }

    [Fact]
    public void An_election_to_a_post_that_never_came_to_be_is_taken_back_like_any_other()
    {
        var plant = Founded(preset: House.Preset((Rules.MajorityFor(Matter.RecallCouncil), Rules.MajorityFor(Matter.RecallCouncil).Otherwise ?? new RuleValue.Majority(new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded)))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 10), Matter.CreatePost, Matter.ElectPost);
        plant.Enter(Person(1), new TakeItem(id, 1));
        var create = plant.Table(id, 1, new CreatePost(new(Words("Gerencia"), BodyId.Assembly, [Power.Represent], 1, 12)));
        var post = ((CreatePost)plant.Sitting(id).Find(create)!.Effect!).Id!.Value;
        var grant = plant.Table(id, 2, new GrantMandate(post, Person(7)));
        plant.VoteAndProclaim(id, 1, create, 2, 8);
        plant.VoteAndProclaim(id, 2, grant, 9);
        var blocked = plant.State.Resolutions.All.Values.Single(resolution => resolution.State == ResolutionState.Blocked);
        Assert.Equal(Matter.RecallMandate, Effects.MatterOf(new SetAside(blocked.Id), plant.State));
    }

    [Fact]
    public void Minutes_whose_approval_is_set_aside_wait_for_it_again()
    {
        var plant = Founded(preset: House.Preset(Whole));
        var first = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Enter(Person(1), new CloseAssembly(first));
        plant.Enter(Person(2), new DrawUpMinutes(first));
        plant.Resolve(new ApproveMinutes(first));
        Assert.Contains(new MinutesApprovalUndone(first), plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia"))));
        Assert.Null(plant.State.Assemblies.Past[first.Value].Minutes!.ApprovedBy);
    }

    [Fact]
    public void The_legal_form_from_before_comes_back_with_the_rules_that_had_been_lost()
    {
        var plant = Founded(preset: House.Preset(Whole));
        plant.Resolve(new ChangeNorm(Rules.CouncilConsecutive.Name, new RuleValue.Whole(4)));
        var strict = House.PresetOf("XX", 1, [new(Rules.CouncilConsecutive.Name, new RuleValue.Whole(2), new(BoundKind.Fixed), "", "", Mark.House), new(Rules.Undoing.Name, Whole.Item2, new(BoundKind.Default), "", "", Mark.House)]);
        plant.Resolve(new AdoptPreset(strict, "strict"));
        Assert.Equal(2, plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);
        plant.Enter(Person(3), new RecordAnnulment(new(2), Words("sentencia")));
        Assert.Equal((4, "hash"), (plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value, plant.State.Statutes.PresetHash));
    }

    [Fact]
    public void A_suspension_that_is_set_aside_is_over()
    {
        var plant = Founded(preset: House.Preset(Whole));
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        plant.Resolve(new SuspendResolution(new(1)));
        Assert.Equal("Lost", plant.State.Statutes.Rule(Rules.Tie).Value.Value);
        plant.Resolve(new SetAside(new(2)));
        Assert.Equal(("ChairDecides", ResolutionState.InForce), (plant.State.Statutes.Rule(Rules.Tie).Value.Value, plant.State.Resolutions.All[1].State));
    }
}
