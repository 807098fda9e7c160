// The client of Engine.IO alone: texts and bytes across an upgrade.
export default async ({ engine, url, path, transports, input }) => {
  const socket = engine(url, { path, transports });
  const received = [];
  let upgrades = 0;
  socket.on("upgrade", () => upgrades++);
  socket.binaryType = "arraybuffer";
  await new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("close", reason => reject(new Error(reason)));
    socket.on("open", async () => {
      for (let i = 0; i < input.count; i++) {
        socket.send(i % 10 === 0 ? Uint8Array.from([i >> 8, i & 255]) : String(i));
        if (i % 50 === 0)
          await new Promise(next => setTimeout(next, 0));
      }
    });
    socket.on("message", data => received.push(data) === input.count && resolve());
  });
  const read = data => typeof data === "string" ? Number(data) : new DataView(data).getUint16(0);
  const result = { ordered: received.every((data, i) => read(data) === i), upgrades, transport: socket.transport.name };
  socket.removeAllListeners();
  socket.close();
  return result;
};
