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

    /// <summary>Recall of who sits in the council; <see cref="RecallMandate"/> where the law adopted does not tell them apart.</summary>
    RecallCouncil,

    /// <summary>Recall of who audits.</summary>
    RecallAuditor,

    /// <summary>A call to attention or a warning.</summary>
    WarnMember,

    /// <summary>An appeal against a sanction: the rule of the matter appealed names the body.</summary>
    DecideAppeal,
}
