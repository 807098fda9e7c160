// Two visitors of the chat sample in one process of Node.js, which is told the address and the transport. Its output is what they have seen.

import { io } from "socket.io-client";

const [address, transport] = process.argv.slice(2);
const patience = setTimeout(() => process.exit(1), 30_000);

const visit = name => io(new URL("/chat", address).href, { auth: { name }, transports: [transport], forceNew: true });
const next = (socket, event) => new Promise(resolve => socket.once(event, (...values) => resolve(values)));

const [ada, bob, nobody] = [visit("Ada"), visit("Bob"), visit("")];
const [[{ message: refusal }]] = await Promise.all([next(nobody, "connect_error"), next(ada, "welcome"), next(bob, "welcome")]);

await ada.emitWithAck("join", "lobby");
const company = next(ada, "people");
await bob.emitWithAck("join", "lobby");
const [room, people] = await company;

const said = next(bob, "said");
const receipt = await ada.emitWithAck("say", "hällo");
const [from, text] = await said;

const shown = next(bob, "shown");
await ada.emitWithAck("show", "a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0x01]));
const [, picture] = await shown;

console.log(JSON.stringify({
  transport: ada.io.engine.transport.name,
  refusal,
  room,
  people: people.map(person => person.name),
  receipt,
  from: from.name,
  text,
  picture: { ...picture, data: picture.data.toString("hex") },
}));

for (const socket of [ada, bob, nobody])
  socket.disconnect();
clearTimeout(patience);
