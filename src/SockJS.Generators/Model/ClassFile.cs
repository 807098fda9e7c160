namespace SockJS.Generators.Model;

/// <summary>An annotated class and the name of the file that is emitted for it.</summary>
internal sealed record ClassFile(string HintName, ClassModel Class);
