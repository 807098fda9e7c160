using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SockJS.Tests.Architecture;

/// <summary>Finds every method that a type calls or makes a delegate of, in its closures and state machines too.</summary>
internal static class Calls
{
    public static IEnumerable<(string Caller, MethodReference Called)> Of(TypeDefinition type)
        => type.Methods.Where(static method => method.HasBody)
            .SelectMany(static method => Called(method.Body).Select(called => ($"{method.DeclaringType.FullName}.{method.Name}", called)))
            .Concat(type.NestedTypes.SelectMany(Of));

    private static IEnumerable<MethodReference> Called(MethodBody body)
        => body.Instructions.Select(static instruction => instruction.Operand).OfType<MethodReference>();
}
