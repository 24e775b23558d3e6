using System.Reflection;
using System.Xml.Linq;
using Autogestion.Domain.Kernel;

namespace Autogestion.House;

/// <summary>What the rules show to the outside: exact numbers, and a sentence on every type (members of a closed family may go without).</summary>
public sealed class DomainTests
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Assembly Domain = typeof(PersonId).Assembly;

    [Fact]
    public void No_signature_of_the_domain_holds_a_floating_point_number()
    {
        var members = Domain.GetExportedTypes().SelectMany(type => type.GetMembers(Declared)).ToList();
        Assert.NotEmpty(members);
        Findings.None(members.Where(member => TypesOf(member).Any(IsInexact)).Select(member => $"{member.DeclaringType}.{member.Name}"));
    }

    [Fact]
    public void The_search_finds_a_floating_point_number_in_every_place_where_one_can_hide() =>
        Assert.Equal(
            ["Field", "Hidden", "Inner", "Property", "Returned", "Taken"],
            typeof(Inexact).GetMembers(Declared)
                .Where(member => member is not ConstructorInfo && TypesOf(member).Any(IsInexact))
                .Select(member => member.Name)
                .Where(name => !name.Contains('<', StringComparison.Ordinal) && !name.StartsWith("get_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Autogestion.Domain")]
    [InlineData("Autogestion.Book")]
    public void Every_public_type_says_what_it_is(string assemblyName)
    {
        var described = XDocument.Load(Path.Combine(AppContext.BaseDirectory, assemblyName + ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
            .Select(member => (string)member.Attribute("name")!)
            .ToHashSet();
        var types = Assembly.Load(assemblyName).GetExportedTypes().Where(type => !type.IsNested).ToList();
        Assert.SkipWhen(types.Count == 0, $"{assemblyName} has no public type yet");
        Findings.None(types.Select(type => type.FullName!).Where(name => !described.Contains("T:" + name)));
    }

    static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    static bool IsInexact(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(Half)
        || (type.HasElementType && IsInexact(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(IsInexact));

    sealed class Inexact
    {
        public readonly double Field = 1;
        readonly List<Dictionary<string, float?>> Hidden = [];

        public Half[] Property => [(Half)Field];

        public static int Exact(decimal value) => (int)value;

        public static double Returned() => 0;

        public static void Taken(in double value) => _ = value;

        public int Inner(Func<int, double> sum) => Hidden.Count + (int)sum(0);
    }
}
