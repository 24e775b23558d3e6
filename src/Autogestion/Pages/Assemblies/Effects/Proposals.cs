using Autogestion.Domain;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Posts;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>
/// Posts and bodies that motions under way propose have their numbers kept, so that a later motion can elect to them. To name
/// them, pages look at the state as if those motions had carried; nothing is decided on it.
/// </summary>
internal static class Proposals
{
    public static Collective AsIfCarried(Collective state)
    {
        var effects = state.Assemblies.Current.Values.SelectMany(assembly => assembly.Motions.Values).Select(motion => motion.Effect).ToList();
        var posts = effects.OfType<CreatePost>().Where(create => create.Id is { } id && !state.Posts.Posts.ContainsKey(id.Value)).Select(create => KeyValuePair.Create(create.Id!.Value.Value, new Post(create.Id.Value, create.Terms, false)));
        var bodies = effects.OfType<CreateBody>().Where(create => create.Id is { } id && state.Bodies.Find(id) is null).Select(create => KeyValuePair.Create(create.Id!.Value.Value, new Body(create.Id.Value, create.Kind, create.Name)));
        return state with { Posts = state.Posts with { Posts = state.Posts.Posts.SetItems(posts) }, Bodies = state.Bodies with { All = state.Bodies.All.SetItems(bodies) } };
    }
}
