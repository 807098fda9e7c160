// What may be dropped comes in order, and whole where it comes; what may not comes.
import { once } from "../run.mjs";

export default async ({ connect, input }) => {
  const socket = await connect();
  const ticks = [];
  socket.on("tick", (number, data) => ticks.push([number, new Uint8Array(data)[0]]));
  const done = once(socket, "done");
  socket.emit("volatile", input.count);
  await done;
  return ticks;
};
