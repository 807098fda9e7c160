using AotChat;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSockJS(options => options.InvalidMessages = SockJSErrorPolicy.Reply);
builder.Services.AddSingleton<History>();

var app = builder.Build();
app.MapSockJSEndpoints();
app.Run();
