using SocketIOProtocolServer;

// The first address of --urls is for the suites of the protocols and for benchmarks, the second one for the suites of the clients.
var settings = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
var urls = (settings["urls"] ?? "http://127.0.0.1:3000;http://127.0.0.1:3001").Split(';', StringSplitOptions.RemoveEmptyEntries);

List<WebApplication> servers = [ProtocolSuite.Build(urls[0])];
if (urls.Length > 1)
    servers.Add(ClientSuite.Build(urls[1]));
await Task.WhenAll(servers.Select(server => server.RunAsync()));
