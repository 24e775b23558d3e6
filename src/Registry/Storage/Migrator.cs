using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Autogestion.Registry.Storage;

/// <summary>Brings the registry's tables up to date on opening: numbered plain SQL, each file once, all or nothing.</summary>
internal static partial class Migrator
{
    const string Prefix = "migrations/";

    public static Task MigrateAsync(RegistryStorage storage, DateTimeOffset now, CancellationToken cancel) =>
        storage.WriteAsync(async session =>
        {
            await storage.LockForMigrationAsync(session);
            await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS registry_migration (number BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)");
            var applied = (await session.QueryAsync<long>("SELECT number FROM registry_migration")).ToHashSet();
            var known = All();
            if (applied.Except(known.Select(m => m.Number)).Any())
                throw new RegistryUnusableException("The registry was last opened by a newer version of this program; use that version or restore an older copy.");
            foreach (var (number, sql) in known.Where(m => !applied.Contains(m.Number)))
            {
                await session.ExecuteAsync(sql.Replace("BYTES", storage.BytesType, StringComparison.Ordinal));
                await session.ExecuteAsync("INSERT INTO registry_migration (number, applied_at) VALUES (@number, @appliedAt)",
                    new { number, appliedAt = now.ToUnixTimeMilliseconds() });
            }
        }, cancel);

    /// <summary>Every table that the migrations make, in an order in which each comes after those it refers to.</summary>
    public static IEnumerable<string> Tables() => All().SelectMany(migration => TableMade().Matches(migration.Sql).Select(made => made.Groups[1].Value));

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex TableMade();

    static List<(long Number, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (long.Parse(name.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), Read(assembly, name)))];
    }

    static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
