using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SockJS.Tests.PublicApi;

/// <summary>Writes down the public API of an assembly, one line for each type and member, so that any change of it is a change of the text.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> s_attributesThatMatter =
        [typeof(FlagsAttribute), typeof(AttributeUsageAttribute), typeof(ObsoleteAttribute), typeof(EditorBrowsableAttribute)];

    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static string Of(IEnumerable<Type> listed)
    {
        var text = new StringBuilder();
        foreach (var types in listed.GroupBy(static type => type.Namespace).OrderBy(static types => types.Key, StringComparer.Ordinal))
        {
            text.Append($"namespace {types.Key}\n\n");
            foreach (var type in types.OrderBy(static type => type.Name, StringComparer.Ordinal))
                AppendType(text, type);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendType(StringBuilder text, Type type)
    {
        text.Append($"  {Attributes(type)}public {Kind(type)} {ApiNames.Of(type)}{Bases(type)}{ApiNames.Constraints(type.GetGenericArguments())}\n");
        var members = type.IsEnum
            ? type.GetEnumNames().Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name), null)}")
            : type.GetMembers(Declared).Where(IsVisible).Select(Member).Order(StringComparer.Ordinal);
        foreach (var member in members)
            text.Append($"    {member}\n");
        text.Append('\n');
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum)
            return "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        // What an assembly keeps to itself may be behind a public type all the same.
        var bases = type.GetInterfaces().Except(inherited).Where(static contract => contract.IsVisible).Select(ApiNames.Of).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases.Insert(0, ApiNames.Of(parent));
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodInfo method => IsVisible(method) && !IsAccessor(method),
        ConstructorInfo constructor => IsVisible(constructor),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod!),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        Type type => type.IsNestedPublic,
        _ => true,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Member(MemberInfo member) => Attributes(member) + member switch
    {
        ConstructorInfo constructor => $"{Modifiers(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}{ApiNames.Parameters(constructor)}",
        MethodInfo method => $"{Modifiers(method)}{ApiNames.Return(method)} {method.Name}{ApiNames.Arguments(method.GetGenericArguments())}"
            + $"{ApiNames.Parameters(method)}{ApiNames.Constraints(method.GetGenericArguments())}",
        PropertyInfo property => $"{Modifiers(property.GetAccessors(nonPublic: true).First(IsVisible))}{Required(property)}"
            + $"{ApiNames.Of(property)} {property.Name} {{ {Accessors(property)} }}",
        FieldInfo { IsLiteral: true } field => $"public const {ApiNames.Of(field)} {field.Name} = {ApiNames.Value(field.GetRawConstantValue())}",
        FieldInfo field => $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiNames.Of(field)} {field.Name}",
        _ => member.ToString(),
    };

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "public " : "protected ";
        var scope = method.IsStatic ? "static " : "";
        var isOverride = method is MethodInfo info && info.GetBaseDefinition().DeclaringType != info.DeclaringType;
        return access + scope + (method.IsAbstract ? "abstract " : isOverride ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");
    }

    private static string Required(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";

    private static string Accessors(PropertyInfo property)
    {
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var accessors = new[]
        {
            property.GetMethod is { } get && IsVisible(get) ? "get;" : null,
            property.SetMethod is { } set && IsVisible(set) ? isInit ? "init;" : "set;" : null,
        };
        return string.Join(' ', accessors.OfType<string>());
    }

    private static string Attributes(MemberInfo member)
    {
        var attributes = member.GetCustomAttributesData()
            .Where(attribute => s_attributesThatMatter.Contains(attribute.AttributeType) && !IsForOldCompilers(attribute, member))
            .Select(static attribute => ApiNames.Of(attribute))
            .Order(StringComparer.Ordinal);
        return string.Concat(attributes.Select(static attribute => $"[{attribute}] "));
    }

    // Compilers that do not know required members must not use the constructor.
    private static bool IsForOldCompilers(CustomAttributeData attribute, MemberInfo member)
        => attribute.AttributeType == typeof(ObsoleteAttribute)
            && member is ConstructorInfo
            && member.DeclaringType!.IsDefined(typeof(RequiredMemberAttribute));
}
