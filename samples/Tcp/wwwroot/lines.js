// A terminal for the chat of lines. The server's handler knows bytes only: messages are pieces of a stream, and may end anywhere in a line.

const byId = id => document.getElementById(id);
let socket;
let rest = "";

byId("connect").addEventListener("click", () => socket ? socket.close() : connect(byId("transport").value));
byId("composer").addEventListener("submit", event => {
  event.preventDefault();
  socket?.send(`${byId("line").value}\n`);
  byId("line").value = "";
});

function connect(transport) {
  socket = new SockJS(new URL("lines", document.baseURI).href, null, transport ? { transports: transport } : {});
  rest = "";
  showState("connecting", "Connecting…");
  socket.onopen = () => {
    showState("open", `Connected over ${socket.transport}`);
    byId("line").focus();
    measure(transport);
  };
  socket.onmessage = event => receive(event.data);
  socket.onclose = event => {
    socket = undefined;
    showState("closed", `Closed: ${event.code} ${event.reason}`);
  };
}

function receive(text) {
  const lines = (rest + text).split("\n");
  rest = lines.pop();
  for (const line of lines)
    show(line);
}

// The second endpoint of the server, whose handler was written for WebSockets.
function measure(transport) {
  const echo = new SockJS(new URL("echo", document.baseURI).href, null, transport ? { transports: transport } : {});
  let start;
  echo.onopen = () => {
    start = performance.now();
    echo.send("ping");
  };
  echo.onmessage = () => {
    show(`* One message there and back takes ${Math.ceil(performance.now() - start)} ms.`);
    echo.close();
  };
}

function show(line) {
  const item = document.createElement("li");
  item.textContent = line;
  item.className = line.startsWith("* ") ? "notice" : "";
  byId("log").append(item);
  item.scrollIntoView({ block: "nearest" });
}

function showState(state, text) {
  document.body.dataset.state = state;
  byId("status").textContent = text;
  byId("connect").textContent = state === "closed" ? "Connect" : "Disconnect";
  byId("transport").disabled = state !== "closed";
  for (const id of ["line", "send"])
    byId(id).disabled = state !== "open";
}
