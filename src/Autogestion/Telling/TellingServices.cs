namespace Autogestion.Telling;

/// <summary>Registration of what tells people. The operator's settings: <c>Telling:Address</c>, <c>Telling:Contact</c>, <c>Telling:Mail:Host</c> and so on.</summary>
public static class TellingServices
{
    private const string Section = "Telling";

    public static void AddTelling(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<TellingOptions>() ?? new();
        services.AddSingleton(options);
        services.AddSingleton<IMailCarrier, MailCarrier>();
        services.AddSingleton<IPushCarrier>(provider => new PushCarrier(options, provider.GetRequiredService<Registry.RegistryDatabase>(), provider.GetRequiredService<TimeProvider>(), Http()));
        services.AddSingleton<Teller>();
        services.AddHostedService<TellingRounds>();
    }

    // No redirects: what a push service says to go to is not followed.
    private static HttpClient Http() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = TimeSpan.FromSeconds(20) };
}
