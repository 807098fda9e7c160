using System.Threading.Channels;

namespace TcpSample;

/// <summary>One who is in the room, and the lines on their way there. Of one who does not keep up the oldest are dropped.</summary>
public sealed class Member(string name)
{
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    public string Name { get; set; } = name;

    public ChannelReader<string> Lines => _lines.Reader;

    public void Tell(string line) => _lines.Writer.TryWrite(line);

    public void End() => _lines.Writer.TryComplete();
}
