using Microsoft.CodeAnalysis;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Writes down what every step of the pipeline made of an edit, in the order of the pipeline, so that a test says all of it.</summary>
internal static class StepReport
{
    /// <summary>Compares all steps and all outputs, each with the reasons of its values in the order of their classes.</summary>
    public static void Verify(GeneratorDriver driver, string expected)
        => Assert.Equal(expected.ReplaceLineEndings("\n"), Of(driver));

    private static string Of(GeneratorDriver driver)
        => string.Join('\n', GeneratorTest.Steps
            .Select(step => (Name: step, Reasons: GeneratorTest.ReasonsOf(driver, step)))
            .Append((Name: "Outputs", Reasons: GeneratorTest.OutputReasonsOf(driver)))
            .Select(line => $"{line.Name}: {string.Join(", ", line.Reasons)}"));
}
