namespace Autogestion.Book.Conformance.Stores;

/// <summary>An empty database of its own, which several stores can have open at once, as several processes would.</summary>
public interface IPlace : IAsyncDisposable
{
    Task<IBookStore> OpenAsync();

    /// <summary>Runs a statement past the store.</summary>
    Task RunAsync(string sql, params (string Name, object Value)[] parameters);

    /// <summary>The same, with the guards of the tables taken away before, as an attacker or a broken disk would.</summary>
    Task SpoilAsync(string sql, params (string Name, object Value)[] parameters);
}

/// <summary>Where places come from, shared by the tests of one class.</summary>
public interface IPlaces
{
    /// <summary>Skips the running test, with the reason, where such places cannot be had.</summary>
    Task<IPlace> NewAsync();
}
