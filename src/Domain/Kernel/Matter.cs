namespace Autogestion.Domain.Kernel;

/// <summary>The kind of business an item is about: it decides the competent body, the threshold, secrecy and appeal.</summary>
public enum Matter
{
    /// <summary>Anything that no other matter names.</summary>
    General,
    ApproveMinutes,
    AdmitMember,
    SuspendMember,
    ExcludeMember,
    CreatePost,
    ElectCouncil,
    ElectAuditor,
    ElectPost,
    RecallMandate,
    CreateBody,
    ChangeNorm,
    ReformStatutes,
    ChangeObject,
    AdoptLegalForm,
    Merge,
    Dissolve,
    ApproveAccounts,
    DistributeSurplus,
    PayRule,
    LargeDeal,
    AdoptPlan,
    JoinNetwork,
    AdmitCollective,
    SetAside,
    Keys,
}
