using System.Xml.Linq;
using Autogestion.Registry.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Autogestion.Registry;

/// <summary>
/// Where ASP.NET Core keeps the keys of its cookies and form tokens: beside the accounts, so that a restart signs nobody out
/// and every process of a node reads the sessions of the others. Their contract knows no asynchrony; it is used at start.
/// </summary>
internal sealed class SessionKeys(RegistryStorage storage, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. storage.ReadAsync(session => session.QueryAsync<string>("SELECT content FROM registry_session_key ORDER BY created_at, id"), CancellationToken.None)
            .GetAwaiter().GetResult().Select(content => XElement.Parse(content))];

    public void StoreElement(XElement element, string friendlyName) =>
        storage.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO registry_session_key (id, content, created_at) VALUES (@id, @content, @now)",
            new
            {
                id = Guid.NewGuid().ToString(),
                content = element.ToString(SaveOptions.DisableFormatting),
                now = time.Now().Stored(),
            }), CancellationToken.None).GetAwaiter().GetResult();
}
