using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>The room of assemblies: what is under way, what comes, what is asked for, what was.</summary>
public sealed class AssembliesPage() : RoomPage(Audience.Public)
{
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public AssemblyWords Say => new(T, Visit, Words);

    /// <summary>Open, in recess, or with the list open: what people come here for today.</summary>
    public IEnumerable<Assembly> UnderWay => Visit.State.Assemblies.Current.Values
        .Where(assembly => assembly.Phase == AssemblyPhase.Open || (assembly.Phase == AssemblyPhase.Noticed && Visit.Now >= assembly.Calls[0].At - RoomDecider.ListOpens)).Take(1);

    public ImmutableArray<CalendarDay> Calendar => AssemblyLists.Calendar(Visit);

    public ImmutableArray<PastAssembly> Past => [.. AssemblyLists.PastBefore(Visit, Before).Take(AssemblyLists.PageSize)];

    public bool MayCall => Visit.State.Bodies.All.Values.Any(body => NoticeRules.GroundFor(body.Id, Visit) is not null);

    public PagesView Pages
    {
        get
        {
            var last = Past[^1].Id.Value;
            var older = AssemblyLists.PastBefore(Visit, last).Any();
            return new(T["assemblies.range", ("from", last), ("to", Past[0].Id.Value)], Before is null ? null : $"/c/{BookId}/assemblies", older ? $"/c/{BookId}/assemblies?before={last}" : null);
        }
    }

    protected override IEnumerable<Text?> Texts() =>
    [
        .. Visit.State.Assemblies.Current.Values.Select(assembly => assembly.Place),
        .. Visit.State.Assemblies.Petitions.Values.Select(petition => petition.Agenda[0].Title),
        .. Visit.State.Bodies.All.Values.Select(body => body.Name),
    ];
}
