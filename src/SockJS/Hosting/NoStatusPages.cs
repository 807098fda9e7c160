using Microsoft.AspNetCore.Http.Metadata;

namespace SockJS.Hosting;

/// <summary>Keeps the pages that an application renders for status codes off the URLs of an endpoint, whose clients expect empty bodies.</summary>
internal sealed class NoStatusPages : ISkipStatusCodePagesMetadata;
