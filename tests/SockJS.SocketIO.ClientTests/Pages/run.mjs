// Runs one scenario, the same in Node.js and in a browser.

const transportsOf = { polling: ["polling"], websocket: ["websocket"], upgrade: ["polling", "websocket"] };

/** Bytes cross the border to the test as `{ bytes: hexadecimal digits }`. */
export function plain(value) {
  if (value === undefined)
    return null;
  if (value instanceof ArrayBuffer)
    return plain(new Uint8Array(value));
  if (ArrayBuffer.isView(value))
    return { bytes: Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), byte => byte.toString(16).padStart(2, "0")).join("") };
  if (Array.isArray(value))
    return value.map(plain);
  return value !== null && typeof value === "object" && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => [key, plain(item)]))
    : value;
}

export const bytes = (...values) => Uint8Array.from(values);

/** Waits for one event, and gives its arguments. */
export const once = (emitter, name) => new Promise(resolve => emitter.once(name, (...args) => resolve(args)));

/** Waits for so many events, and gives the first argument of each. */
export const many = (emitter, name, count) => new Promise(resolve => {
  const received = [];
  emitter.on(name, argument => received.push(argument) === count && resolve(received));
});

export async function until(condition) {
  while (!await condition())
    await new Promise(resolve => setTimeout(resolve, 10));
}

/**
 * @param io the function of the client that opens a socket
 * @param parser the parser of MessagePack, where the client has none yet
 * @param engine the function that opens a connection of Engine.IO
 * @param request scenario, the name of a file; url and path of the server; mode, one of the three above; msgpack; deadline in milliseconds; input of the scenario
 */
export async function run({ io, parser, engine }, { scenario, url, path, mode, msgpack, deadline, input }) {
  const { default: play } = await import(`./scenarios/${scenario}.mjs`);
  const sockets = [];
  const options = { path, transports: transportsOf[mode], reconnectionDelay: 20, reconnectionDelayMax: 50, forceNew: true, ...(msgpack && parser ? { parser } : {}) };

  const client = {
    url, path, mode, input, msgpack, engine, transports: transportsOf[mode],
    /** The encoder of MessagePack for browsers knows bytes as buffers only: of arrays it makes objects. */
    bytes: (...values) => msgpack ? bytes(...values).buffer : bytes(...values),
    /** Opens a socket, which may not have joined yet. */
    open(namespace = "/", more = {}) {
      const socket = io(url + namespace, { ...options, ...more });
      sockets.push(socket);
      return socket;
    },
    /** Opens a socket, and waits until it has joined; of one that upgrades, until it has done that too. */
    async connect(namespace, more) {
      const socket = client.open(namespace, more);
      await new Promise((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("connect_error", reject);
      });
      if (mode === "upgrade")
        await client.upgraded(socket);
      return socket;
    },
    /** Waits until the connection of a socket is a WebSocket. */
    upgraded: socket => until(() => socket.io.engine.transport.name === "websocket"),
  };

  let timer;
  const late = new Promise((_, reject) => timer = setTimeout(() => reject(new Error("The scenario took too long.")), deadline));
  try {
    return plain(await Promise.race([play(client), late]));
  } finally {
    clearTimeout(timer);
    for (const socket of sockets)
      socket.disconnect();
  }
}
