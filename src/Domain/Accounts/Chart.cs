namespace Autogestion.Domain.Accounts;

/// <summary>An account of a chart as it is shipped or typed.</summary>
/// <param name="Code">Digits in groups with points between them, as <c>1.1.02</c>: the order of the statements.</param>
/// <param name="Name">As people call it; null where the word for its role will do.</param>
public sealed record ChartAccount(string Code, AccountRole Role, Text? Name = null);

/// <summary>The accounts a collective begins with.</summary>
/// <param name="Currency">The currency of the accounts, three letters of ISO 4217.</param>
public sealed record Chart(string Currency, ImmutableArray<ChartAccount> Accounts)
{
    /// <summary>Roles without which nothing can be closed.</summary>
    public static readonly ImmutableArray<AccountRole> Needed = [AccountRole.Cash, AccountRole.ShareCapital, AccountRole.PriorResults, AccountRole.ResultOfYear];

    /// <summary>Most accounts of a chart.</summary>
    public const int Most = 2_000;

    /// <summary>Whether a code is digits in groups with points between them, at most twenty characters.</summary>
    public static bool IsCode(string code) =>
        code.Length is > 0 and <= 20 && code.Split('.').All(group => group.Length > 0 && group.All(char.IsAsciiDigit));

    /// <summary>Whether a currency is three capital letters.</summary>
    public static bool IsCurrency(string currency) => currency.Length == 3 && currency.All(char.IsAsciiLetterUpper);
}

/// <summary>An account of the collective.</summary>
public sealed record Account(string Code, AccountRole Role, Text? Name, bool Closed = false)
{
    public AccountClass Class => Role.Class();
}

/// <summary>A section whose results are told apart: a line of products, a shop, a school.</summary>
public sealed record Section(SectionId Id, Text Name, bool Closed = false);
