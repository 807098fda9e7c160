// Many clients in one process. Each counts with the server: it says 1, and says the next number only when the last one has come back.
// Then it stays. Every event goes out as a line of JSON; when the input ends, so does everything.
import SockJS from "sockjs-client";

/**
 * url of the endpoint; transports, which the clients take by turns; clients, how many of them; count, how far they count;
 * reconnect, whether a client begins again when it was closed
 */
const { url, transports, clients, count, reconnect } = JSON.parse(process.argv[2]);
const report = (client, event, data) => process.stdout.write(JSON.stringify({ client, event, data: String(data) }) + "\n");

function connect(client) {
  // The time-out of a transport follows from the speed of the network; on a busy test machine that is far too short.
  const socket = new SockJS(url, null, { transports: transports[client % transports.length], timeout: 20_000 });
  let number = 1;

  socket.onopen = () => {
    report(client, "open", socket.transport);
    socket.send(String(number));
  };
  socket.onmessage = event => {
    report(client, "message", event.data);
    if (++number <= count)
      socket.send(String(number));
  };
  socket.onheartbeat = () => report(client, "heartbeat", "");
  socket.onclose = event => {
    report(client, "close", event.code);
    if (reconnect)
      setTimeout(connect, 100 + 200 * Math.random(), client);
  };
}

for (let client = 0; client < clients; client++)
  connect(client);
process.stdin.on("end", () => process.exit()).resume();
