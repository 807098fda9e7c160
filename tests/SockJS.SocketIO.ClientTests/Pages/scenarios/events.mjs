// Sends arguments of each shape, and collects what comes back.
// Of whole numbers the encoder of MessagePack writes no more than 64 bits.
const shapesWith = (bytes, msgpack) => [
  [], [1], ["a", "b", "c"], [null], [true, false], [0, -1.5, msgpack ? 1e15 : 1e21, 1e-7, 9007199254740991], [""], ["é € 😀 \u2028 \u0000 \u001e"], [[]], [{}], [[1, [2, [3]]]],
  [{ a: { b: { c: [null, { d: "e" }] } } }], [undefined], [NaN, Infinity], [{ gone: undefined, kept: 1 }], [new Date(0)], ["x".repeat(10000)],
  [{ _placeholder: false, num: 0 }], [bytes()], [bytes(0, 1, 254, 255)], [Uint8Array.of(1).buffer], [{ file: bytes(1, 2), deep: [{ more: bytes(3) }], name: "x" }], [bytes(1), "between", bytes(2), { last: bytes(3) }],
];

export default async ({ connect, bytes, msgpack }) => {
  const shapes = shapesWith(bytes, msgpack);
  const socket = await connect();
  const received = [];
  const done = new Promise(resolve => socket.on("echo", (...args) => received.push(args) === shapes.length && resolve()));
  for (const args of shapes)
    socket.emit("echo", ...args);
  await done;

  const answers = [];
  for (const args of shapes)
    answers.push(await new Promise(resolve => socket.emit("ask", ...args, (...answer) => resolve(answer))));
  // What JSON makes of them is what they are to the other side; MessagePack keeps a few more.
  return { sent: shapes, received, answers };
};
