using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Autogestion.Bench.Peers;

/// <summary>The smallest program for the same runtime: it writes one line.</summary>
internal static class HelloWorld
{
    /// <summary>Writes the program into a folder and gives its path.</summary>
    public static string Make(string folder)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("hello"), typeof(object).Assembly);
        var program = assembly.DefineDynamicModule("hello").DefineType("Program", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        var main = program.DefineMethod("Main", MethodAttributes.Public | MethodAttributes.Static, typeof(void), []);
        var code = main.GetILGenerator();
        code.Emit(OpCodes.Ldstr, "Salud");
        code.Emit(OpCodes.Call, typeof(Console).GetMethod(nameof(Console.WriteLine), [typeof(string)])!);
        code.Emit(OpCodes.Ret);
        program.CreateType();

        var metadata = assembly.GenerateMetadata(out var body, out _);
        var image = new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.ExecutableImage), new MetadataRootBuilder(metadata), body,
            entryPoint: MetadataTokens.MethodDefinitionHandle(main.MetadataToken));
        var blob = new BlobBuilder();
        image.Serialize(blob);
        var path = Path.Combine(folder, "hello.dll");
        File.WriteAllBytes(path, blob.ToArray());
        File.WriteAllText(Path.ChangeExtension(path, ".runtimeconfig.json"), $$$"""
            {"runtimeOptions": {"tfm": "net10.0", "framework": {"name": "Microsoft.NETCore.App", "version": "{{{Environment.Version}}}" } } }
            """);
        return path;
    }
}
