using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>Checks a law on many made-up cases, the same at each run; a failure says which case.</summary>
internal static class Laws
{
    public static void Hold<T>(Gen<T> cases, Func<T, bool> law, int times = 500) =>
        Prop.ForAll(cases.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(20260321, 7));

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Elements(values);

    public static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());
}
