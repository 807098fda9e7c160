using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace TcpSample;

/// <summary>
/// A chat of lines, to be used with netcat. It is a handler of Kestrel's connections and knows nothing of SockJS. A line goes to all
/// members; <c>/name</c>, <c>/who</c> and <c>/quit</c> are commands.
/// </summary>
public sealed class LineChat(Room room) : ConnectionHandler
{
    private const int MaxLineBytes = 4096;

    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var member = room.Enter();
        var writing = WriteLinesAsync(connection.Transport.Output, member);
        try
        {
            await ReadLinesAsync(connection, member);
        }
        catch (ConnectionResetException)
        {
            // That is how some clients leave.
        }
        finally
        {
            room.Leave(member);
            await writing;
        }
    }

    private async Task ReadLinesAsync(ConnectionContext connection, Member member)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var result = await input.ReadAsync();
            var rest = result.Buffer;
            while (TryReadLine(ref rest, out var line))
            {
                if (!Handle(line, member))
                    return;
            }

            if (rest.Length > MaxLineBytes)
            {
                connection.Abort(new ConnectionAbortedException("A line is too long."));
                return;
            }

            input.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted)
                return;
        }
    }

    private static bool TryReadLine(ref ReadOnlySequence<byte> bytes, out string line)
    {
        var reader = new SequenceReader<byte>(bytes);
        line = "";
        if (!reader.TryReadTo(out ReadOnlySequence<byte> found, (byte)'\n'))
            return false;
        line = Encoding.UTF8.GetString(found).TrimEnd('\r');
        bytes = reader.UnreadSequence;
        return true;
    }

    // Returns whether the member stays.
    private bool Handle(string line, Member member)
    {
        switch (line.Split(' ', 2))
        {
            case ["/quit", ..]:
                return false;
            case ["/who", ..]:
                member.Tell($"* {string.Join(", ", room.Names)}");
                break;
            case ["/name", var name] when !room.TryRename(member, name.Trim()):
                member.Tell("* That name is taken, or none.");
                break;
            case ["/name", ..]:
                break;
            case [""]:
                break;
            default:
                room.Say($"{member.Name}: {line}");
                break;
        }

        return true;
    }

    private static async Task WriteLinesAsync(PipeWriter output, Member member)
    {
        await foreach (var line in member.Lines.ReadAllAsync())
        {
            Encoding.UTF8.GetBytes($"{line}\n", output);
            if ((await output.FlushAsync()).IsCompleted)
                return;
        }
    }
}
