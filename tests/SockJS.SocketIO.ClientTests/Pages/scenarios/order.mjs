// Two bursts cross each other while the connection upgrades, if it does; texts and bytes are mixed.
import { bytes, many } from "../run.mjs";

export default async ({ open, input }) => {
  const socket = open();
  const echoes = many(socket, "echo", input.count);
  const numbers = many(socket, "number", input.count);
  socket.emit("count", input.count);
  for (let i = 0; i < input.count; i++) {
    socket.emit("echo", i, ...(i % 3 === 0 ? [bytes(i & 255)] : []));
    if (i % 100 === 99)
      await new Promise(resolve => setTimeout(resolve, 1));
  }
  const ordered = list => list.every((value, i) => value === i);
  return { echoes: ordered(await echoes), numbers: ordered(await numbers), transport: socket.io.engine.transport.name };
};
