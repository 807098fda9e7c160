using System.Text;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

/// <summary>The namespaces of an endpoint. A name goes before the patterns that it fits, and these in the order in which they were mapped.</summary>
internal sealed class NamespaceTable
{
    private readonly Dictionary<string, NamespaceMapping> _named = new(StringComparer.Ordinal);
    private readonly List<NamespaceMapping> _patterns = [];

    /// <exception cref="ArgumentException">A name is no valid one, or there are two of it.</exception>
    public NamespaceTable(IEnumerable<NamespaceRegistration> registrations, ArgumentFormats formats, NamespaceContext context)
    {
        Context = context;
        PlainFormat = formats.Create("");
        foreach (var registration in registrations)
        {
            Check(registration.Name);
            var format = formats.Create(registration.Name, registration.JsonContext, registration.KeepsJsonOptions);
            var mapping = new NamespaceMapping(registration, format, context);
            if (mapping.IsPattern)
                _patterns.Add(mapping);
            else
                _named.Add(mapping.Name, mapping);
        }
    }

    public NamespaceContext Context { get; }

    /// <summary>Gets the format of what is sent where there is no namespace.</summary>
    public ArgumentFormat PlainFormat { get; }

    /// <summary>Gets the namespaces as they were mapped.</summary>
    public IEnumerable<NamespaceMapping> Mappings => _named.Values.Concat(_patterns);

    /// <summary>Returns the namespace that a client asks for.</summary>
    /// <param name="utf8">Its name.</param>
    /// <param name="found">The namespace, to be released.</param>
    /// <returns>Why there is none, for the client; <see langword="null"/> where there is.</returns>
    public string? Take(ReadOnlySpan<byte> utf8, out Namespace? found)
    {
        found = null;
        if (utf8.Length > NamespaceName.MaxLength)
            return "Invalid namespace";
        var name = Encoding.UTF8.GetString(utf8);
        if (_named.TryGetValue(name, out var mapping))
        {
            mapping.TryTake(name, out found);
            return null;
        }

        foreach (var pattern in _patterns)
        {
            if (pattern.TryTake(name, out found))
                return found is null ? "Too many namespaces" : null;
        }

        return "Invalid namespace";
    }

    /// <summary>Finds what was mapped for a name or as a pattern.</summary>
    public NamespaceMapping? FindMapping(string name)
        => _named.GetValueOrDefault(name)
            ?? _patterns.Find(pattern => pattern.Name == name)
            ?? _patterns.Find(pattern => pattern.Fits(name));

    private void Check(string name)
    {
        if (NamespaceName.FindProblem(name) is { } problem)
            throw new ArgumentException($"The namespace \"{name}\" {problem}.");
        if (Mappings.Any(mapping => mapping.Name == name))
            throw new ArgumentException($"The namespace \"{name}\" is mapped twice.");
    }
}
