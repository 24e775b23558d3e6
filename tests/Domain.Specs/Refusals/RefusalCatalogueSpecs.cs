namespace Autogestion.Domain.Specs.Refusals;

/// <summary>Each code comes about as its example says, and no code is without an example.</summary>
public sealed class RefusalCatalogueSpecs
{
    public static TheoryData<string> Names => [.. RefusalCatalogue.Examples.Select(example => example.Code.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_comes_about_as_the_catalogue_says(string code)
    {
        foreach (var example in RefusalCatalogue.Examples.Where(example => example.Code.Name == code))
            Assert.Equal(code, example.Happens().Code.Name);
    }

    [Fact]
    public void Every_code_that_the_rules_declare_has_an_example()
    {
        Assert.True(RefusalCatalogue.Declared.Length > 90);
        Assert.Empty(RefusalCatalogue.Declared.Except(RefusalCatalogue.Examples.Select(example => example.Code)).Select(code => code.Name));
        Assert.Empty(RefusalCatalogue.Examples.Select(example => example.Code).Except(RefusalCatalogue.Declared).Select(code => code.Name));
    }

    [Fact]
    public void No_two_codes_share_a_name() =>
        Assert.Empty(RefusalCatalogue.Declared.GroupBy(code => code.Name).Where(group => group.Count() > 1).Select(group => group.Key));
}
