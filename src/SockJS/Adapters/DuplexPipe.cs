using System.IO.Pipelines;

namespace SockJS.Adapters;

/// <summary>The handler's ends of the two pipes.</summary>
internal sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;
}
