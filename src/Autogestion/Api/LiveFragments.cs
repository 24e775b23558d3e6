using System.Runtime.CompilerServices;
using Autogestion.Domain.Assemblies;
using Autogestion.Look;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Autogestion.Api;

/// <summary>Draws partials of a page to text, as one viewer sees them at one position.</summary>
public sealed class LiveFragments(IRazorViewEngine views, ITempDataDictionaryFactory messages, RegistryDatabase registry, Reader reader)
{
    /// <summary>All fragments of a sitting.</summary>
    public async IAsyncEnumerable<(string Name, string Html)> RenderAsync(
        LiveSource source, Visit visit, Assembly assembly, HttpContext http, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var words = await Words.ReadAsync(registry.Texts, visit.Book.Id, source.Texts(visit, assembly), reader, cancellation);
        var model = source.Model(visit, assembly, words);
        foreach (var part in source.Parts) yield return (part, await RenderAsync($"{source.Folder}/{part}.cshtml", model, http));
    }

    private async Task<string> RenderAsync(string path, object model, HttpContext http)
    {
        var found = views.GetView(null, path, isMainPage: false);
        if (!found.Success) throw new InvalidOperationException($"There is no partial {path}.");
        await using var writer = new StringWriter();
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View.RenderAsync(new ViewContext(action, found.View, data, messages.GetTempData(http), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
