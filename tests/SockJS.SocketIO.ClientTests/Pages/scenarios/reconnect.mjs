// The server cuts the connection: the client comes back by itself, with another id and nothing of the old.
import { once } from "../run.mjs";

export default async ({ connect, mode, upgraded, input }) => {
  const socket = await connect("/", { auth: { tag: input.tag } });
  const first = socket.id;
  await socket.emitWithAck("join", "red");
  const gone = once(socket, "disconnect");
  socket.emit("cut");
  const [reason] = await gone;
  socket.emit("echo", "sent while away");
  const [echo] = await once(socket, "echo");
  if (mode === "upgrade")
    await upgraded(socket);
  return {
    reason, echo, newId: socket.id !== first, recovered: socket.recovered ?? false,
    rooms: await socket.emitWithAck("rooms"), seen: await socket.emitWithAck("reason", input.tag), transport: socket.io.engine.transport.name,
  };
};
