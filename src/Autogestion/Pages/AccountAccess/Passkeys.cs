using Microsoft.AspNetCore.Identity;

namespace Autogestion.Pages.AccountAccess;

/// <summary>What devices send about their passkeys, judged by Identity; whatever is malformed or out of place is simply a no.</summary>
public static class Passkeys
{
    /// <summary>The outcome of signing in with a passkey, or null.</summary>
    public static Task<PasskeyAssertionResult<Registry.Account>?> AssertAsync(SignInManager<Registry.Account> signIn, string? credential) =>
        JudgeAsync(credential, async json => (PasskeyAssertionResult<Registry.Account>?)await signIn.PerformPasskeyAssertionAsync(json));

    /// <summary>The outcome of making a passkey, or null.</summary>
    public static Task<PasskeyAttestationResult?> AttestAsync(SignInManager<Registry.Account> signIn, string? credential) =>
        JudgeAsync(credential, async json => (PasskeyAttestationResult?)await signIn.PerformPasskeyAttestationAsync(json));

    // Without a question asked before, or with words that are no JSON, Identity throws.
    private static async Task<T?> JudgeAsync<T>(string? credential, Func<string, Task<T?>> judge) where T : class
    {
        if (string.IsNullOrWhiteSpace(credential)) return null;
        try
        {
            return await judge(credential);
        }
        catch (Exception e) when (e is InvalidOperationException or PasskeyException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }
}
