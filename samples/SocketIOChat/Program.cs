using SocketIOChat;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Rooms>();
builder.Services.AddSocketIO(options =>
{
    // Who loses the connection for a moment comes back to the same rooms, and is sent what was said meanwhile.
    options.Recovery.Enabled = true;
    // Who is faster than that waits; nothing is lost.
    options.MessagesPerSecond = 20;
    options.MessageBurst = 60;
    options.MessageLimitPolicy = MessageLimitPolicy.Wait;
    options.MaxSessions = 1000;
    // Room for some pictures that wait for a slow client.
    options.SendBufferBytes = 8 * Picture.MaxBytes;
});

var app = builder.Build();
app.UseChatPage();
app.MapSocketIO("/socket.io");
app.Run();
