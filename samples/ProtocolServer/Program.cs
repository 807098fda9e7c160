using ProtocolServer;

await ProtocolApp.Build(args).RunAsync();
