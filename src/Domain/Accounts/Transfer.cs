namespace Autogestion.Domain.Accounts;

/// <summary>
/// What other rooms may post: each with the role that is debited and the one that is credited. There is no way to make another
/// one elsewhere, so an unknown pair does not compile.
/// </summary>
public sealed record Transfer
{
    private Transfer(AccountRole debit, AccountRole credit) => (Debit, Credit) = (debit, credit);

    public AccountRole Debit { get; }

    public AccountRole Credit { get; }

    // Pay
    public static readonly Transfer AdvancesAsCost = new(AccountRole.AdvancesOfMembers, AccountRole.AdvancesPayable);
    public static readonly Transfer AdvancesOnReturns = new(AccountRole.AdvancesOnReturns, AccountRole.AdvancesPayable);
    public static readonly Transfer Deduction = new(AccountRole.AdvancesPayable, AccountRole.OtherPayables);
    public static readonly Transfer AdvancesPaid = new(AccountRole.AdvancesPayable, AccountRole.Bank);
    public static readonly Transfer AdvancesPaidInCash = new(AccountRole.AdvancesPayable, AccountRole.Cash);

    // Surplus of a year
    public static readonly Transfer CoverLoss = new(AccountRole.ResultOfYear, AccountRole.PriorResults);
    public static readonly Transfer ToSpecialReserve = new(AccountRole.ResultOfYear, AccountRole.SpecialReserve);
    public static readonly Transfer ToLegalReserve = new(AccountRole.ResultOfYear, AccountRole.LegalReserve);
    public static readonly Transfer ToVoluntaryReserve = new(AccountRole.ResultOfYear, AccountRole.VoluntaryReserve);
    public static readonly Transfer ToJobsFund = new(AccountRole.ResultOfYear, AccountRole.JobsFund);
    public static readonly Transfer ToWelfareFund = new(AccountRole.ResultOfYear, AccountRole.WelfareFund);
    public static readonly Transfer ToEducationFund = new(AccountRole.ResultOfYear, AccountRole.EducationFund);
    public static readonly Transfer Returns = new(AccountRole.ResultOfYear, AccountRole.ReturnsPayable);
    public static readonly Transfer ReturnsInShares = new(AccountRole.ResultOfYear, AccountRole.ShareCapital);

    /// <summary>Every transfer there is.</summary>
    public static ImmutableArray<Transfer> All => [.. typeof(Transfer).GetFields().Select(one => one.GetValue(null)).OfType<Transfer>()];
}
