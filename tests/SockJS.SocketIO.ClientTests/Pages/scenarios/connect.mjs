// Joins, and says what is known of the connection on both sides.
export default async ({ connect, input }) => {
  const socket = await connect(input?.namespace, { query: { room: "blue é" }, auth: input?.auth });
  return {
    transport: socket.io.engine.transport.name,
    connected: socket.connected,
    id: socket.id,
    sid: socket.io.engine.id,
    recovered: socket.recovered ?? false,
    who: await socket.emitWithAck("who"),
  };
};
