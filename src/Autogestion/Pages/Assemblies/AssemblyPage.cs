using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>A page about one sitting, named by its number in the address.</summary>
public abstract class AssemblyPage(Audience audience) : RoomPage(audience)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    /// <summary>The sitting while it is noticed, open or in recess.</summary>
    public Assembly? Current => Visit.State.Assemblies.Find(Id);

    /// <summary>The sitting once it is over.</summary>
    public PastAssembly? Past => Visit.State.Assemblies.Past.GetValueOrDefault(Number);

    /// <summary>Address of the live room of this sitting.</summary>
    public string Here => $"/c/{BookId}/assemblies/{Number}";

    protected AssemblyId Id => new(Number);

    /// <summary>How things of this sitting are said.</summary>
    public AssemblyWords Say => new(T, Visit, Words);
}
