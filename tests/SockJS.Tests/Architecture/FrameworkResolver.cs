using Microsoft.AspNetCore.Http;
using Mono.Cecil;

namespace SockJS.Tests.Architecture;

/// <summary>Finds the assemblies of .NET and ASP.NET Core where this process has them from.</summary>
internal static class FrameworkResolver
{
    private static readonly Type[] s_oneOfEach = [typeof(object), typeof(HttpContext)];

    public static ModuleDefinition Read(Type type)
    {
        var resolver = new DefaultAssemblyResolver();
        foreach (var one in s_oneOfEach.Append(type))
            resolver.AddSearchDirectory(Path.GetDirectoryName(one.Assembly.Location));
        return ModuleDefinition.ReadModule(type.Assembly.Location, new ReaderParameters { AssemblyResolver = resolver });
    }
}
