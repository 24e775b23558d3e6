using Autogestion.Domain.Kernel;
using Autogestion.Registry;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Autogestion.Office.Tests.Registry;

public sealed class InvitationTests
{
    static readonly Duration Week = Duration.FromDays(7);

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_printed_code_makes_a_new_account_the_person(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var person = await world.NewPersonAsync();
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, person, Week))!;
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", issued.Code);
        Assert.Equal(world.Clock.Now + Week, issued.ExpiresAt);

        var check = await world.Registry.Invitations.CheckAsync(issued.Code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l'));
        Assert.Equal((InvitationKind.Join, World.Glassworks, person), (check.Invitation!.Kind, check.Invitation.Collective, check.Invitation.Person));

        var joined = await JoinAsync(world, issued.Code);
        Assert.Equal(CodeOutcome.Accepted, joined.Outcome);
        Assert.Equal([new Membership(World.Glassworks, person)], await world.Registry.Persons.OfAccountAsync(joined.Account!.Id));
        var account = (await world.WithManagerAsync(manager => manager.FindByNameAsync("rosa.q")))!;
        Assert.Equal(joined.Account.Id, account.Id);
        Assert.True(await world.WithManagerAsync(manager => manager.CheckPasswordAsync(account, World.Password)));
        Assert.Equal(CodeOutcome.AlreadyUsed, (await JoinAsync(world, issued.Code, "otra")).Outcome);
        Assert.Null(await world.WithManagerAsync(manager => manager.FindByNameAsync("otra")));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_signed_in_account_can_become_a_person_of_another_book(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        var here = await world.NewPersonAsync();
        var there = await world.NewPersonAsync(collective: World.Tiles);
        await world.Registry.Persons.LinkAsync(World.Glassworks, here, account.Id);
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Tiles, there, Week))!;
        Assert.Equal(CodeOutcome.Accepted, (await world.WithRedemptionsAsync(r => r.JoinAsync(issued.Code, account))).Outcome);
        Assert.Equal(there, await world.Registry.Persons.OfAccountAsync(account.Id, World.Tiles));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task An_account_cannot_become_two_persons_of_one_book_and_the_code_stays_good(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        await world.Registry.Persons.LinkAsync(World.Glassworks, await world.NewPersonAsync(), account.Id);
        var second = await world.NewPersonAsync("Ana Maidana");
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, second, Week))!;
        Assert.Equal(CodeOutcome.AccountIsSomebodyElse, (await world.WithRedemptionsAsync(r => r.JoinAsync(issued.Code, account))).Outcome);
        Assert.Equal(CodeOutcome.Accepted, (await JoinAsync(world, issued.Code, "ana.m")).Outcome);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Of_many_who_redeem_at_once_one_wins(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var person = await world.NewPersonAsync();
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, person, Week))!;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => JoinAsync(world, issued.Code, $"nombre{i}"))));
        var winner = Assert.Single(results, result => result.Outcome == CodeOutcome.Accepted);
        Assert.All(results.Where(result => result != winner), result => Assert.Equal(CodeOutcome.AlreadyUsed, result.Outcome));
        Assert.Equal(1, Assert.Single(await world.PeekAsync<long>("SELECT COUNT(*) FROM registry_account")));
        Assert.Equal(winner.Account!.Id, (await world.Registry.Persons.FindAsync(World.Glassworks, person))!.Account);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_code_tried_wrongly_too_often_is_dead(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var invitations = world.Registry.Invitations;
        var issued = (await invitations.IssueJoinAsync(World.Glassworks, await world.NewPersonAsync(), Week))!;
        var other = (await invitations.IssueJoinAsync(World.Glassworks, await world.NewPersonAsync("Ana Maidana"), Week))!;
        foreach (var i in Enumerable.Range(0, Invitations.MaxTries - 1))
            Assert.Equal(CodeOutcome.NotRecognised, (await invitations.CheckAsync(Wrong(issued.Code, i))).Outcome);
        Assert.Equal(CodeOutcome.Accepted, (await invitations.CheckAsync(issued.Code)).Outcome);
        Assert.Equal(CodeOutcome.Accepted, (await invitations.CheckAsync(issued.Code)).Outcome);
        Assert.Equal(CodeOutcome.NotRecognised, (await invitations.CheckAsync(Wrong(issued.Code, 99))).Outcome);
        Assert.Equal(CodeOutcome.TooManyTries, (await invitations.CheckAsync(issued.Code)).Outcome);
        Assert.Equal(CodeOutcome.TooManyTries, (await JoinAsync(world, issued.Code)).Outcome);
        Assert.Equal(CodeOutcome.Accepted, (await invitations.CheckAsync(other.Code)).Outcome);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Wrong_tries_at_the_same_moment_are_all_counted(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, await world.NewPersonAsync(), Week))!;
        await Task.WhenAll(Enumerable.Range(0, Invitations.MaxTries).Select(i => Task.Run(() => world.Registry.Invitations.CheckAsync(Wrong(issued.Code, i)))));
        Assert.Equal(CodeOutcome.TooManyTries, (await world.Registry.Invitations.CheckAsync(issued.Code)).Outcome);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_code_ends_with_its_term_with_its_revocation_and_with_a_newer_one(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var invitations = world.Registry.Invitations;
        var person = await world.NewPersonAsync();
        var first = (await invitations.IssueJoinAsync(World.Glassworks, person, Week))!;
        var second = (await invitations.IssueJoinAsync(World.Glassworks, person, Week))!;
        Assert.Equal(CodeOutcome.NotRecognised, (await JoinAsync(world, first.Code)).Outcome);
        world.Clock.Pass(Week);
        Assert.Equal(CodeOutcome.Expired, (await JoinAsync(world, second.Code)).Outcome);
        var third = (await invitations.IssueJoinAsync(World.Glassworks, person, Week))!;
        await invitations.RevokeAsync(third.Id);
        Assert.Equal(CodeOutcome.NotRecognised, (await JoinAsync(world, third.Code)).Outcome);
    }

    [Fact]
    public async Task Old_invitations_are_swept_and_young_ones_stay()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, await world.NewPersonAsync(), Week);
        world.Clock.Pass(Duration.FromDays(98));
        await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, await world.NewPersonAsync("Ana Maidana"), Week);
        Assert.Equal(1, await world.Registry.Invitations.SweepAsync());
        Assert.Equal(0, await world.Registry.Invitations.SweepAsync());
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Nobody_is_invited_who_is_not_there_or_has_an_account(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var person = await world.NewPersonAsync();
        await world.Registry.Persons.LinkAsync(World.Glassworks, person, (await world.NewAccountAsync()).Id);
        Assert.Null(await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, person, Week));
        Assert.Null(await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, new PersonId(Guid.NewGuid()), Week));
        Assert.Null(await world.Registry.Invitations.IssueRecoverAsync(AccountId.New(), Week));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_refused_redemption_leaves_nothing_and_the_code_stays_good(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await world.NewAccountAsync("rosa.q");
        var person = await world.NewPersonAsync();
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, person, Week))!;
        Assert.Equal(CodeOutcome.LoginNameTaken, (await JoinAsync(world, issued.Code, "Rosa.Q")).Outcome);
        var weak = await JoinAsync(world, issued.Code, "rosa.quiroga", "corta");
        Assert.Equal(CodeOutcome.NotAllowed, weak.Outcome);
        Assert.Equal(["PasswordTooShort"], weak.Errors);
        Assert.Null(await world.WithManagerAsync(manager => manager.FindByNameAsync("rosa.quiroga")));
        Assert.Equal(CodeOutcome.Accepted, (await JoinAsync(world, issued.Code, "rosa.quiroga")).Outcome);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Recovery_renews_everything_and_makes_the_own_phone_wait(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var before = await world.NewAccountAsync();
        await world.WithManagerAsync(manager => manager.AddOrUpdatePasskeyAsync(before,
            new UserPasskeyInfo([1], [2], DateTimeOffset.UnixEpoch, 0, [], true, false, false, [3], [4])));
        for (var i = 0; i < 5; i++)
            await world.WithManagerAsync(manager => manager.AccessFailedAsync(before));
        var issued = (await world.Registry.Invitations.IssueRecoverAsync(before.Id, Duration.FromHours(1)))!;
        Assert.Equal(CodeOutcome.NotRecognised, (await JoinAsync(world, issued.Code, "otra")).Outcome);

        var recovered = await world.WithRedemptionsAsync(r => r.RecoverAsync(issued.Code, "una clave bien nueva"));
        Assert.Equal(CodeOutcome.Accepted, recovered.Outcome);
        var after = (await world.Registry.Accounts.FindAsync(before.Id))!;
        Assert.Equivalent(after, recovered.Account);
        Assert.Equal(world.Clock.Now + Duration.FromHours(24), after.OwnPhoneVoteFrom);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.True(await world.WithManagerAsync(manager => manager.CheckPasswordAsync(after, "una clave bien nueva")));
        Assert.False(await world.WithManagerAsync(manager => manager.CheckPasswordAsync(after, World.Password)));
        Assert.False(await world.WithManagerAsync(manager => manager.IsLockedOutAsync(after)));
        Assert.Empty(await world.WithManagerAsync(manager => manager.GetPasskeysAsync(after)));
        Assert.Equal(CodeOutcome.AlreadyUsed, (await world.WithRedemptionsAsync(r => r.RecoverAsync(issued.Code, "y una tercera clave"))).Outcome);

        await world.Registry.Accounts.ConfirmOwnPhoneAsync(before.Id);
        Assert.Null((await world.Registry.Accounts.FindAsync(before.Id))!.OwnPhoneVoteFrom);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task The_code_itself_is_nowhere_in_the_tables(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, await world.NewPersonAsync(), Week))!;
        var dump = await world.DumpAsync();
        Assert.Contains(issued.Id.ToString(), dump, StringComparison.Ordinal);
        Assert.DoesNotContain(issued.Code, dump, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(issued.Code.Replace("-", "", StringComparison.Ordinal), dump, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234-5678-9ABC")]
    [InlineData("1234-5678-9ABC-DEFU")]
    [InlineData("1234-5678-9ABC-DEFG-0")]
    public async Task What_cannot_be_a_code_is_not_recognised(string? typed)
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        Assert.Equal(CodeOutcome.NotRecognised, (await world.Registry.Invitations.CheckAsync(typed)).Outcome);
    }

    static Task<Redemption> JoinAsync(World world, string code, string loginName = "rosa.q", string password = World.Password) =>
        world.WithRedemptionsAsync(r => r.JoinWithNewAccountAsync(code, loginName, password, "es"));

    /// <summary>The right first group with other characters behind it.</summary>
    static string Wrong(string code, int seed) => code[..5] + $"{seed:D4}-ZZZZ-ZZZZ";
}
