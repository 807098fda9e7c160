using ChatSample;
using ChatSample.Prices;
using ChatSample.Users;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSignIn();
builder.Services.AddSingleton<Rooms>();
builder.Services.AddHostedService(static services => services.GetRequiredService<Rooms>());
builder.Services.AddSingleton<ReplacedMessages>();
builder.Services.AddHostedService<PriceFeed>();

// What holds for both endpoints.
builder.Services.AddSockJS(options =>
{
    // This page is there to try each transport. Three of them carry no origin, which the cookie has to make up for: it is SameSite, as all
    // browsers know it that can run the scripts of the page. An application leaves this line out.
#pragma warning disable SOCKJS010
    options.Transports = SockJSTransports.All;
#pragma warning restore SOCKJS010
    options.ClientLibraryUrl = "/lib/sockjs.min.js";
    options.InvalidMessages = SockJSErrorPolicy.Reply;
    options.SlowClientPolicy = SlowClientPolicy.Coalesce;
    options.MaxSessions = 1000;
    options.SendBufferBytes = 256 * 1024;
});
builder.Services.Configure<SockJSOptions>("/chat", options => options.MaxGroupsPerConnection = Rooms.MaxPerConnection);
// Time enough to look at a client that does not come back for its next poll.
builder.Services.Configure<SockJSOptions>("/ticker", options => options.DisconnectDelay = TimeSpan.FromMinutes(1));

var app = builder.Build();
app.UseChatPage();
app.MapSignIn();
app.MapSockJSEndpoints();
app.Run();
