// Stays connected over several heartbeats without a word of the application.
import { many, once } from "../run.mjs";

export default async ({ connect }) => {
  const socket = await connect();
  let lost = null;
  socket.on("disconnect", reason => lost = reason);
  await many(socket.io, "ping", 3);
  return { lost, answer: await socket.emitWithAck("ask", "alive") };
};
