using System.Reflection;

namespace SockJS.Tests.PublicApi;

/// <summary>The public API of an assembly as it was approved, in the project of its tests.</summary>
/// <param name="tests">The assembly of the tests, which says where their project is.</param>
/// <param name="name">The name of the file.</param>
internal sealed class ApprovedApi(Assembly tests, string name)
{
    private readonly string _directory = Path.Combine(
        tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "ProjectDirectory").Value!,
        "PublicApi");

    /// <summary>Gets what was approved.</summary>
    public string Text => File.Exists(Verified) ? File.ReadAllText(Verified) : "";

    private string Verified => Path.Combine(_directory, $"{name}.verified.txt");

    private string Received => Path.Combine(_directory, $"{name}.received.txt");

    /// <summary>Returns the API as it is now, and leaves it where it can be approved if it is another.</summary>
    public string Receive(Assembly library)
    {
        var text = ApiText.Of(library);
        if (text == Text.ReplaceLineEndings("\n"))
            File.Delete(Received);
        else
            File.WriteAllText(Received, text);
        return text;
    }
}
