using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class MetadataSnapshotTests
{
    [Fact]
    public void Attributes_become_metadata_and_noise_does_not()
        => GeneratorTest.Verify(
            """
            using System.ComponentModel;
            using System.Diagnostics;
            using System.Runtime.CompilerServices;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Cors;

            namespace App
            {
                [Conditional("NEVER")]
                public sealed class HintAttribute : Attribute;

                [Authorize("members", Roles = "a \"b\"")]
                [EnableCors("site")]
                [DebuggerDisplay("x"), EditorBrowsable(EditorBrowsableState.Never), CompilerGenerated, Hint]
                [SockJSEndpoint("/chat")]
                public sealed partial class Chat
                {
                    [OnMessage]
                    public void A()
                    {
                    }
                }
            }
            """);

    [Fact]
    public void Every_kind_of_argument_keeps_its_type_and_value()
        => GeneratorTest.Verify(
            """
            namespace App;

            [Flags]
            public enum Days : byte { None = 0, Saturday = 1, Sunday = 2 }

            [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
            public sealed class TagAttribute(object? value, params Type?[]? types) : Attribute
            {
                public object? Value { get; } = value;
                public Type?[]? Types { get; } = types;
                public string[]? @event { get; set; }
                public Days Days { get; set; }
                public int[]?[]? Unused;
                public double Number { get; set; }
            }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class OfAttribute<T>(T value) : Attribute
            {
                public T Value { get; } = value;
            }

            [Tag(1), Tag(1u), Tag(1L), Tag(1ul), Tag((sbyte)-1), Tag((byte)1), Tag((short)-1), Tag((ushort)1), Tag(int.MinValue), Tag(long.MinValue)]
            [Tag(1.5), Tag(-1.5f), Tag(double.NaN), Tag(float.NegativeInfinity), Tag(true), Tag('\''), Tag("\"\\\r\n\u2028é"), Tag(null)]
            [Tag(typeof(List<>), typeof(Dictionary<string, int?>), null, typeof(int[]), typeof(Outer.Inner))]
            [Tag(Days.Sunday, null, Days = Days.Saturday | Days.Sunday, Number = 1e300, @event = new[] { "a", null! })]
            [Tag(new object[] { 1, "a", DayOfWeek.Friday, typeof(void) })]
            [Of<string>("x")]
            [SockJSEndpoint("/tags")]
            public sealed partial class Tags
            {
                [OnMessage]
                public void A()
                {
                }
            }

            public class Outer
            {
                public class Inner;
            }
            """);

    [Fact]
    public void Attributes_of_base_classes_count_unless_replaced()
        => GeneratorTest.Verify(
            """
            using Microsoft.AspNetCore.Authorization;

            namespace App
            {
                [AttributeUsage(AttributeTargets.Class)]
                public sealed class LevelAttribute(int level) : Attribute
                {
                    public int Level { get; } = level;
                }

                [AttributeUsage(AttributeTargets.Class, Inherited = false)]
                public sealed class OwnAttribute : Attribute;

                [Authorize("base"), Level(1), Own]
                public abstract class Base;

                [Authorize("middle")]
                public abstract class Middle : Base;

                [Authorize("derived"), Level(2)]
                [SockJSEndpoint("/chat")]
                public sealed partial class Chat : Middle
                {
                    [OnMessage]
                    public void A()
                    {
                    }
                }
            }
            """);
}
