namespace Autogestion.Book.Conformance.Stores;

/// <summary>An empty database of its own, which several stores can have open at once, as several processes would.</summary>
public interface IPlace : IAsyncDisposable
{
    Task<IBookStore> OpenAsync();

    /// <summary>Runs statements past the store, as an attacker or a broken disk would.</summary>
    Task SpoilAsync(string sql);
}

/// <summary>Where places come from, shared by the tests of one class.</summary>
public interface IPlaces
{
    /// <summary>Skips the running test, with the reason, where such places cannot be had.</summary>
    Task<IPlace> NewAsync();
}
