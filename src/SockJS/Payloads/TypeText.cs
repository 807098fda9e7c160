namespace SockJS.Payloads;

/// <summary>Writes the name of a type as C# does, for errors that say what to add.</summary>
internal static class TypeText
{
    public static string Of(Type type)
    {
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Of(value)}?";
        return type.Name.IndexOf('`', StringComparison.Ordinal) is > 0 and var end
            ? $"{type.Name[..end]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : type.Name;
    }
}
