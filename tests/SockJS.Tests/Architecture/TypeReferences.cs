using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SockJS.Tests.Architecture;

/// <summary>
/// Finds every type that a type mentions: in its signatures, bodies, attributes and generic arguments, and in the types nested in it, among
/// which are the closures and state machines of the compiler. What the compiler folds away, such as a constant, leaves no trace.
/// </summary>
internal static class TypeReferences
{
    public static IEnumerable<(string Member, TypeReference Type)> Of(TypeDefinition type)
    {
        var name = type.Name;
        var members = Mentions(type).Select(mentioned => (name, mentioned))
            .Concat(type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType).Select(mentioned => ($"{name}.{field.Name}", mentioned))))
            .Concat(type.Properties.SelectMany(property => Attributes(property).Select(mentioned => ($"{name}.{property.Name}", mentioned))))
            .Concat(type.Events.SelectMany(@event => Attributes(@event).Append(@event.EventType).Select(mentioned => ($"{name}.{@event.Name}", mentioned))))
            .Concat(type.Methods.SelectMany(method => Mentions(method).Select(mentioned => ($"{name}.{method.Name}", mentioned))));
        foreach (var (member, mentioned) in members)
        {
            foreach (var one in Parts(mentioned))
                yield return (member, one);
        }

        foreach (var mention in type.NestedTypes.SelectMany(Of))
            yield return ($"{name}.{mention.Member}", mention.Type);
    }

    private static IEnumerable<TypeReference> Mentions(TypeDefinition type)
    {
        var mentions = Attributes(type).Concat(Constraints(type)).Concat(type.Interfaces.Select(static one => one.InterfaceType));
        return type.BaseType is { } parent ? mentions.Append(parent) : mentions;
    }

    private static IEnumerable<TypeReference> Mentions(MethodDefinition method)
        => Attributes(method)
            .Concat(Attributes(method.MethodReturnType))
            .Concat(Constraints(method))
            .Concat(method.Parameters.SelectMany(Attributes))
            .Concat(Signature(method))
            .Concat(method.Overrides.Select(static one => one.DeclaringType))
            .Concat(method.HasBody ? Mentions(method.Body) : []);

    private static IEnumerable<TypeReference> Mentions(MethodBody body)
        => body.Variables.Select(static variable => variable.VariableType)
            .Concat(body.ExceptionHandlers.Select(static handler => handler.CatchType).OfType<TypeReference>())
            .Concat(body.Instructions.SelectMany(static instruction => instruction.Operand switch
            {
                TypeReference type => [type],
                FieldReference field => [field.DeclaringType, field.FieldType],
                GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments, .. Signature(method)],
                MethodReference method => [method.DeclaringType, .. Signature(method)],
                CallSite call => [call.ReturnType, .. call.Parameters.Select(static parameter => parameter.ParameterType)],
                _ => Enumerable.Empty<TypeReference>(),
            }));

    private static IEnumerable<TypeReference> Signature(MethodReference method)
        => method.Parameters.Select(static parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider owner)
        => owner.GenericParameters.SelectMany(static parameter => Attributes(parameter).Concat(parameter.Constraints.Select(static one => one.ConstraintType)));

    private static IEnumerable<TypeReference> Attributes(Mono.Cecil.ICustomAttributeProvider owner)
        => owner.CustomAttributes.SelectMany(static attribute => attribute.ConstructorArguments
            .Concat(attribute.Properties.Select(static property => property.Argument))
            .SelectMany(static argument => argument.Value is TypeReference type ? [argument.Type, type] : new[] { argument.Type })
            .Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        FunctionPointerType pointer => pointer.Parameters.SelectMany(static parameter => Parts(parameter.ParameterType)).Concat(Parts(pointer.ReturnType)),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
