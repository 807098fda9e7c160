using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SockJS.Tests.PublicApi;

/// <summary>The names of types as C# has them, with what the compiler noted on nullability.</summary>
internal static class ApiNames
{
    private static readonly NullabilityInfoContext s_nullability = new();

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        return s_keywords.GetValueOrDefault(type) ?? type.Name.Split('`')[0] + Arguments(type.GetGenericArguments());
    }

    public static string Of(PropertyInfo property) => Of(s_nullability.Create(property));

    public static string Of(FieldInfo field) => Of(s_nullability.Create(field));

    public static string Of(CustomAttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(Of)
            .Concat(attribute.NamedArguments.Select(static argument => $"{argument.MemberName} = {Of(argument.TypedValue)}"))
            .ToArray();
        var name = attribute.AttributeType.Name[..^"Attribute".Length];
        return arguments.Length == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    public static string Return(MethodInfo method) => Of(s_nullability.Create(method.ReturnParameter));

    public static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    public static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return $"({string.Join(", ", method.GetParameters().Select((parameter, i) => (isExtension && i == 0 ? "this " : "") + Of(parameter)))})";
    }

    public static string Constraints(Type[] arguments) => string.Concat(arguments.Where(static argument => argument.IsGenericParameter).Select(static argument =>
    {
        var attributes = argument.GenericParameterAttributes;
        List<string> constraints = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            constraints.Add("class");
        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            constraints.Add("struct");
        constraints.AddRange(argument.GetGenericParameterConstraints().Where(static type => type != typeof(ValueType)).Select(Of));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            constraints.Add("new()");
        return constraints.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", constraints)}";
    }));

    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Of(ParameterInfo parameter)
    {
        var passing = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref " : "";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var isStruct = parameter.ParameterType is { IsValueType: true } type && Nullable.GetUnderlyingType(type) is null;
        var fallback = !parameter.HasDefaultValue ? "" : $" = {(parameter.RawDefaultValue is null && isStruct ? "default" : Value(parameter.RawDefaultValue))}";
        return $"{many}{passing}{Of(s_nullability.Create(parameter))} {parameter.Name}{fallback}";
    }

    private static string Of(CustomAttributeTypedArgument argument)
        => argument.ArgumentType.IsEnum ? Enum.ToObject(argument.ArgumentType, argument.Value!).ToString()! : Value(argument.Value);

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        var mark = !type.IsValueType && Worse(info.ReadState, info.WriteState) == NullabilityState.Nullable ? "?" : "";
        if (info.ElementType is { } element)
            return $"{Of(element)}[]{mark}";
        if (info.GenericTypeArguments.Length == 0 || Nullable.GetUnderlyingType(type) is not null)
            return Of(type) + mark;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>{mark}";
    }

    private static NullabilityState Worse(NullabilityState read, NullabilityState write) => read == NullabilityState.Unknown ? write : read;
}
