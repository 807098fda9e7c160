var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSockJS();

var app = builder.Build();
app.MapSockJSEndpoints();
app.Run();
