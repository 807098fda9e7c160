using System.Text;
using SockJS.Protocol;

namespace SockJS.Tests.Protocol;

/// <summary>What a writer leaves in a buffer of its own.</summary>
internal static class Written
{
    public delegate void Writer(ref PooledBuffer destination);

    public static byte[] Bytes(Writer write)
    {
        var buffer = default(PooledBuffer);
        write(ref buffer);
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.Free();
        return bytes;
    }

    public static string Text(Writer write) => Encoding.UTF8.GetString(Bytes(write));

    public static string Text(FrameFormat format, string frame) =>
        Text((ref PooledBuffer destination) => format.Append(ref destination, Encoding.UTF8.GetBytes(frame)));

    public static string Prelude(FrameFormat format) => Encoding.UTF8.GetString(format.Prelude.Span);
}
