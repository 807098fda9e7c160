using ChatSample;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ChatRoom>();
builder.Services.AddSockJS(options =>
{
    options.Transports = SockJSTransports.All;
    options.ClientLibraryUrl = "/lib/sockjs.min.js";
});

var app = builder.Build();
app.UseChatPage();
app.MapSockJSEndpoints();
app.Run();
