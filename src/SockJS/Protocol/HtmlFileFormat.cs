using System.Diagnostics;
using System.Text;

namespace SockJS.Protocol;

/// <summary>A page that never ends, with one script element per frame.</summary>
internal sealed class HtmlFileFormat : FrameFormat
{
    // Safari renders nothing before it has 1 KiB.
    private const int PaddedLength = 1023;

    private readonly byte[] _prelude;

    public HtmlFileFormat(string callback)
    {
        Debug.Assert(CallbackName.IsValid(callback, limitLength: false), "The callback becomes part of a script.");
        var head = $$"""
            <!doctype html>
            <html><head>
              <meta http-equiv="X-UA-Compatible" content="IE=edge" />
              <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
            </head><body><h2>Don't panic!</h2>
              <script>
                document.domain = document.domain;
                var c = parent.{{callback}};
                c.start();
                function p(d) {c.message(d);};
                window.onload = function() {c.stop();};
              </script>
            """;
        _prelude = Encoding.ASCII.GetBytes(head.PadRight(PaddedLength + callback.Length) + "\r\n\r\n");
    }

    public override string ContentType => "text/html; charset=UTF-8";

    public override ReadOnlyMemory<byte> Prelude => _prelude;

    public override void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame)
    {
        destination.Append("<script>\np("u8);
        ScriptLiteral.AppendInHtml(ref destination, frame);
        destination.Append(");\n</script>\r\n"u8);
    }
}
