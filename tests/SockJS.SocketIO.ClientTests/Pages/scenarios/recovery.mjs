// A client that is away for a moment gets what it has missed, its id and its rooms.
import { once } from "../run.mjs";

export default async ({ connect }) => {
  const socket = await connect();
  const other = await connect();
  const id = socket.id;
  await socket.emitWithAck("join", "red");
  const received = [];
  socket.on("said", text => received.push(text));
  const first = once(socket, "said");
  await other.emitWithAck("announce", ["red"], [], "before");
  await first;

  // Neither a farewell nor a close frame: the network is gone.
  socket.io.reconnection(false);
  const gone = once(socket, "disconnect");
  socket.io.engine.close();
  const [reason] = await gone;
  await other.emitWithAck("announce", ["red"], [], "missed 1");
  await other.emitWithAck("announce", ["blue"], [], "for others");
  await other.emitWithAck("say", [id], [], "missed 2");
  await other.emitWithAck("announce", [], [], "missed 3");
  const back = once(socket, "connect");
  socket.connect();
  await back;
  await other.emitWithAck("announce", ["red"], [], "after");
  await new Promise(resolve => setTimeout(resolve, 0));
  while (received.at(-1) !== "after")
    await once(socket, "said");

  const fresh = await connect("/", { auth: { pid: "nonsense", offset: "nonsense" } });
  return { reason, recovered: socket.recovered ?? false, sameId: socket.id === id, rooms: await socket.emitWithAck("rooms"), received, fresh: fresh.recovered ?? false };
};
