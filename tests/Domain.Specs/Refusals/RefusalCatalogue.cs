using System.Reflection;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Accounts;
using Autogestion.Domain.Specs.Assemblies;
using Autogestion.Domain.Specs.Audit;
using Autogestion.Domain.Specs.Bodies;
using Autogestion.Domain.Specs.Calendar;
using Autogestion.Domain.Specs.Deed;
using Autogestion.Domain.Specs.Duties;
using Autogestion.Domain.Specs.Elections;
using Autogestion.Domain.Specs.Members;
using Autogestion.Domain.Specs.Network;
using Autogestion.Domain.Specs.Pay;
using Autogestion.Domain.Specs.Posts;
using Autogestion.Domain.Specs.Resolutions;
using Autogestion.Domain.Specs.Sanctions;
using Autogestion.Domain.Specs.Signatures;
using Autogestion.Domain.Specs.Surplus;
using Autogestion.Domain.Specs.Work;

namespace Autogestion.Domain.Specs.Refusals;

/// <summary>A way in which a refusal comes about, to be played.</summary>
/// <param name="Happens">Sets up a collective, asks, and gives back the no: a refusal, or why an effect was blocked.</param>
internal sealed record Example(RefusalCode Code, Func<Refusal> Happens);

/// <summary>Every "no" there is, each with a way in which it comes about: the errors of this house as a runnable catalogue.</summary>
internal static class RefusalCatalogue
{
    public static ImmutableArray<Example> Examples { get; } =
    [
        .. AuthorityExamples.All, .. DeedExamples.All, .. StatutesExamples.All, .. MembersExamples.All, .. BodiesExamples.All, .. PostsExamples.All,
        .. NoticeExamples.All, .. CallingExamples.All, .. CalendarExamples.All, .. DutiesExamples.All, .. WorkExamples.All, .. AccountsExamples.All, .. PayExamples.All, .. SurplusExamples.All, .. RoomExamples.All, .. MotionExamples.All, .. VoteExamples.All, .. SecretVoteExamples.All, .. ElectionsExamples.All, .. MinutesExamples.All, .. FolioExamples.All,
        .. PresenceExamples.All, .. FloorExamples.All, .. AmendingExamples.All,
        .. ResolutionsExamples.All, .. SignaturesExamples.All, .. SanctionsExamples.All, .. AuditExamples.All, .. ChairingExamples.All, .. NetworkExamples.All,
    ];

    /// <summary>Every code that the rules declare.</summary>
    public static ImmutableArray<RefusalCode> Declared { get; } =
    [
        .. typeof(Collective).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(RefusalCode))
            .Select(field => (RefusalCode)field.GetValue(null)!),
    ];
}
