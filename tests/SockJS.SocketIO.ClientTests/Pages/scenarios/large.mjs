// Messages near the limit, and above it.
import { once } from "../run.mjs";

export default async ({ connect, mode, input }) => {
  const socket = await connect();
  // Polling carries bytes as Base64.
  const size = mode === "polling" ? Math.floor(input.limit / 4) * 3 - 100 : input.limit - 100;
  const text = await socket.emitWithAck("ask", "x".repeat(input.limit - 100));
  const data = new Uint8Array(size).fill(7);
  const echo = new Uint8Array(await socket.emitWithAck("ask", data));

  socket.io.reconnection(false);
  const gone = once(socket, "disconnect");
  socket.emit("ask", "x".repeat(input.limit + 1), () => {});
  const [reason] = await gone;
  return { text: text.length, bytes: echo.length === size && echo.every(byte => byte === 7), reason };
};
