using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace SockJS.Tests.Adapters;

/// <summary>What handlers of bytes do.</summary>
internal static class Handlers
{
    public static async Task EchoAsync(ConnectionContext connection)
    {
        while (true)
        {
            var result = await connection.Transport.Input.ReadAsync();
            foreach (var segment in result.Buffer)
                await connection.Transport.Output.WriteAsync(segment);
            if (result.IsCompleted)
                break;
            connection.Transport.Input.AdvanceTo(result.Buffer.End);
        }
    }

    public static async Task WriteAsync(PipeWriter output, string text) => await output.WriteAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<string> ReadAsync(PipeReader input, int length)
    {
        var result = await input.ReadAtLeastAsync(length);
        var text = Encoding.UTF8.GetString(result.Buffer);
        input.AdvanceTo(result.Buffer.End);
        return text;
    }

    public static async Task<string> ReadToEndAsync(PipeReader input)
    {
        var text = new StringBuilder();
        while (true)
        {
            var result = await input.ReadAsync();
            text.Append(Encoding.UTF8.GetString(result.Buffer));
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return text.ToString();
        }
    }
}
