using Autogestion.Domain.Accounts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Surplus;

/// <summary>How an allocation is written in the journal: each line by its transfer, the part of the return given in shares apart.</summary>
public static class SurplusPosting
{
    /// <summary>The transfers of an allocation. No line leads from a reserve to a person: all come from the result of the year.</summary>
    public static IEnumerable<(Transfer Transfer, Money Amount, ResultOrigin? Origin)> Transfers(SurplusPlan plan)
    {
        var inShares = Money.Sum(plan.Returns.Select(one => one.InShares));
        foreach (var line in plan.Lines) yield return (Of(line.To), line.To == SurplusUse.Return ? line.Amount - inShares : line.Amount, null);
        yield return (Transfer.ReturnsInShares, inShares, null);
    }

    private static Transfer Of(SurplusUse use) => use switch
    {
        SurplusUse.PastLosses => Transfer.CoverLoss,
        SurplusUse.UsedReserves or SurplusUse.LegalReserve => Transfer.ToLegalReserve,
        SurplusUse.SpecialReserve => Transfer.ToSpecialReserve,
        SurplusUse.WelfareFund => Transfer.ToWelfareFund,
        SurplusUse.EducationFund => Transfer.ToEducationFund,
        SurplusUse.JobsFund => Transfer.ToJobsFund,
        SurplusUse.VoluntaryFund => Transfer.ToVoluntaryReserve,
        SurplusUse.ShareInterest or SurplusUse.Return => Transfer.Returns,
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };
}
