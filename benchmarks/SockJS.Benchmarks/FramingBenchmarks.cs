using BenchmarkDotNet.Attributes;
using SockJS.Protocol;

namespace SockJS.Benchmarks;

/// <summary>What a message costs on its way into and out of a frame.</summary>
[MemoryDiagnoser]
public class FramingBenchmarks
{
    private string _text = "";
    private byte[] _payload = [];

    [Params("ascii", "json", "cyrillic")]
    public string Kind { get; set; } = "ascii";

    [Params(64, 4096)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var sample = Kind switch
        {
            "json" => "{\"type\":\"say\",\"data\":{\"text\":\"hello\"}} ",
            "cyrillic" => "Съешь ещё этих мягких французских булок ",
            _ => "The quick brown fox jumps over the lazy dog. ",
        };
        _text = string.Concat(Enumerable.Repeat(sample, (Length / sample.Length) + 1))[..Length];
        var buffer = default(PooledBuffer);
        buffer.Append((byte)'[');
        JsonText.Append(ref buffer, _text);
        buffer.Append((byte)']');
        _payload = buffer.WrittenSpan.ToArray();
        buffer.Free();
    }

    [Benchmark]
    public int Encode()
    {
        var buffer = default(PooledBuffer);
        JsonText.Append(ref buffer, _text);
        var length = buffer.Length;
        buffer.Free();
        return length;
    }

    [Benchmark]
    public int Validate() => MessageArray.Validate(_payload, allowBareString: true, out var count) == PayloadError.None ? count : -1;

    [Benchmark]
    public string? Decode()
    {
        var position = 0;
        return MessageArray.TryReadNext(_payload, ref position, out var content) ? JsonText.Decode(content) : null;
    }
}
