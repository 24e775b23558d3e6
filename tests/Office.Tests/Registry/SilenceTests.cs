using Autogestion.Domain.Kernel;
using Autogestion.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Autogestion.Office.Tests.Registry;

/// <summary>Names, contacts, codes, passwords and words are in no log line and in no exception.</summary>
public sealed class SilenceTests
{
    const string Login = "quirogarosa77";
    const string Name = "Rosaura Quirogueta";
    const string Document = "27.987.654";
    const string Phone = "+54 11 5599-8877";
    const string Email = "rosaura@taller.example";
    const string Words = "Que nadie lea estas palabras";
    const string Wrong = "contraseña equivocadísima";

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Nothing_that_people_typed_is_ever_logged_or_thrown(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var persons = world.Registry.Persons;
        var person = new PersonId(Guid.NewGuid());
        var details = new PersonDetails(Name, Document, Phone, Email);
        await persons.SaveAsync(World.Glassworks, person, details);
        var issued = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, person, Duration.FromDays(1)))!;
        var check = await world.Registry.Invitations.CheckAsync(issued.Code);
        var joined = await world.WithRedemptionsAsync(r => r.JoinWithNewAccountAsync(issued.Code, Login, World.Password, "es"));
        var (_, prepared) = world.Registry.Texts.Prepare(World.Glassworks, "es", Words, Retention.Erasable);
        await world.Registry.Texts.StoreAsync([prepared]);

        await Failing(issued, () => world.WithRedemptionsAsync(r => r.JoinWithNewAccountAsync(issued.Code, Login, World.Password, "es")));
        await Failing(issued, () => world.WithManagerAsync(manager => manager.CreateAsync(new Account { LoginName = Login }, World.Password)));
        await Failing(issued, () => world.WithManagerAsync(manager => manager.CreateAsync(new Account { LoginName = Login + " !" }, "corta")));
        await Failing(issued, () => world.RequestAsync(services =>
            services.GetRequiredService<SignInManager<Account>>().CheckPasswordSignInAsync(joined.Account!, Wrong, true)));
        await Failing(issued, () => world.WithManagerAsync(manager => manager.ChangePasswordAsync(joined.Account!, Wrong, World.Password)));
        await Failing(issued, () => persons.SaveAsync(World.Glassworks, person, details with { Name = Name + "\n" + Name }));
        await Failing(issued, () => persons.SaveAsync(World.Glassworks, person, details with { Email = Email + "@" + Email }));
        await Failing(issued, () => Task.FromResult(world.Registry.Texts.Prepare(World.Glassworks, "es", Words + "\a", Retention.Erasable)));
        await Failing(issued, () => world.RequestAsync(services => services.GetRequiredService<IUserStore<Account>>()
            .CreateAsync(new Account { LoginName = Login, NormalizedName = Login.ToUpperInvariant(), SecurityStamp = "s" }, CancellationToken.None)));
        await world.PeekAsync<int>("DROP TABLE registry_passkey");
        await Failing(issued, () => world.WithRedemptionsAsync(async r =>
        {
            var recover = (await world.Registry.Invitations.IssueRecoverAsync(joined.Account!.Id, Duration.FromHours(1)))!;
            return await r.RecoverAsync(recover.Code, World.Password);
        }));

        await world.RequestAsync(services =>
        {
            var logger = services.GetRequiredService<ILogger<SilenceTests>>();
            foreach (var value in new object?[] { details, persons.FindAsync(World.Glassworks, person).Result, issued, check, joined, joined.Account, prepared })
                logger.LogInformation("careless {Value}", value);
            return Task.FromResult(true);
        });
        Assert.True(world.Log.Lines.Count > 10, "The test would prove nothing if nothing were logged.");
        Assert.All(world.Log.Lines, line => Silent(line, issued));
    }

    static async Task Failing<T>(IssuedInvitation issued, Func<Task<T>> work)
    {
        try
        {
            var result = await work();
            Silent($"{result}", issued);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
        {
            Silent(failure.ToString(), issued);
        }
    }

    static void Silent(string line, IssuedInvitation issued)
    {
        foreach (var secret in new[] { Login, Name, Document, Phone, Email, Words, Wrong, World.Password, issued.Code, issued.Code.Replace("-", "", StringComparison.Ordinal) })
            Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase);
    }
}
