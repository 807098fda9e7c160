// A client leaves, or drops its connection; the server says why it thinks that the client is gone.
import { once } from "../run.mjs";

export default async ({ connect, input }) => {
  const socket = await connect("/", { auth: { tag: input.tag } });
  const observer = await connect();
  const gone = once(socket, "disconnect");
  if (input.drop) {
    socket.io.reconnection(false);
    socket.io.engine.close();
  } else
    socket.disconnect();
  const [reason] = await gone;
  let seen = null;
  while ((seen = await observer.emitWithAck("reason", input.tag)) === null);
  return { reason, seen };
};
