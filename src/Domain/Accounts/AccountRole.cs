namespace Autogestion.Domain.Accounts;

/// <summary>The five classes of double entry.</summary>
public enum AccountClass
{
    Asset,
    Liability,
    Equity,
    Income,
    Expense,
}

/// <summary>
/// What an account is for: rules and statements look at this, never at a code or a name. A chart may have several accounts
/// with the same role (two banks), and need not have all of them.
/// </summary>
public enum AccountRole
{
    // Assets
    Cash,
    Bank,
    TradeReceivables,

    /// <summary>Shares that members have subscribed and not yet paid.</summary>
    SharesReceivable,

    /// <summary>Advances drawn on the surplus to come, where the law treats them so.</summary>
    AdvancesOnReturns,
    TaxCredits,
    OtherReceivables,

    /// <summary>Expenses paid ahead of their time.</summary>
    Prepayments,
    Materials,
    WorkInProgress,
    FinishedGoods,
    Land,
    Buildings,
    Machinery,
    OtherEquipment,

    /// <summary>Stands against fixed assets: what they have lost so far.</summary>
    AccumulatedDepreciation,
    Investments,
    Intangibles,

    // Liabilities
    TradePayables,
    Loans,

    /// <summary>Advances earned by members and not yet paid.</summary>
    AdvancesPayable,

    /// <summary>Wages of hired people, not yet paid.</summary>
    WagesPayable,
    SocialContributionsPayable,
    TaxesPayable,

    /// <summary>Returns of surplus voted and not yet paid.</summary>
    ReturnsPayable,

    /// <summary>Shares of those who left, waiting to be given back.</summary>
    SharesToRefund,
    CustomerAdvances,
    AccruedExpenses,
    Provisions,

    /// <summary>Fund for welfare and work (5 % in AR): spent, and never shared out.</summary>
    WelfareFund,

    /// <summary>Fund for education and training: spent, and never shared out.</summary>
    EducationFund,
    OtherPayables,

    // Equity
    ShareCapital,
    CapitalAdjustment,
    LegalReserve,

    /// <summary>Surplus that came from hired labour or from outside: never shared out.</summary>
    SpecialReserve,
    VoluntaryReserve,

    /// <summary>For new posts of work and growth (GR): never shared out.</summary>
    JobsFund,

    /// <summary>Results of past years that nobody has decided about, losses above all.</summary>
    PriorResults,
    ResultOfYear,

    // Income
    Sales,
    ServicesRendered,
    Subsidies,
    FinancialIncome,
    OtherIncome,

    // Expenses
    MaterialsUsed,

    /// <summary>Members' advances, where the law treats them as a cost of the period.</summary>
    AdvancesOfMembers,
    HiredLabour,
    SocialContributions,
    Energy,
    Rent,
    Maintenance,
    Freight,
    ProfessionalFees,
    Insurance,
    TaxesAndRates,
    FinancialCosts,
    Depreciation,
    DoubtfulDebts,
    OtherExpenses,
}

/// <summary>What follows from a role.</summary>
public static class AccountRoles
{
    public static AccountClass Class(this AccountRole role) => role switch
    {
        <= AccountRole.Intangibles => AccountClass.Asset,
        <= AccountRole.OtherPayables => AccountClass.Liability,
        <= AccountRole.ResultOfYear => AccountClass.Equity,
        <= AccountRole.OtherIncome => AccountClass.Income,
        _ => AccountClass.Expense,
    };

    /// <summary>Whether it belongs in the income statement.</summary>
    public static bool IsResult(this AccountRole role) => role.Class() is AccountClass.Income or AccountClass.Expense;

    /// <summary>Whether it is a reserve that is nobody's and never shared out.</summary>
    public static bool IsIndivisible(this AccountRole role) => role is AccountRole.LegalReserve or AccountRole.SpecialReserve or AccountRole.JobsFund;

    /// <summary>Whether it is what members are owed, or their shares.</summary>
    public static bool IsOwedToMembers(this AccountRole role) => role is AccountRole.AdvancesPayable or AccountRole.ReturnsPayable or AccountRole.ShareCapital or AccountRole.SharesToRefund;

    /// <summary>Whether it is money at hand.</summary>
    public static bool IsMoney(this AccountRole role) => role is AccountRole.Cash or AccountRole.Bank;
}
