// Four clients in rooms. Each message ends with one for all, so that what did not come is known not to come.
// The namespace is theirs alone: clients of other tests may linger in those that all know.
import { once } from "../run.mjs";

export default async ({ connect, input }) => {
  const names = ["ann", "bob", "cem", "dia"];
  const [ann, bob, cem, dia] = await Promise.all(names.map(() => connect(`/private-${input.tag}`)));
  await ann.emitWithAck("join", "red");
  await bob.emitWithAck("join", "red");
  await bob.emitWithAck("join", "blue");
  await cem.emitWithAck("join", "blue");

  const voters = [bob.id, cem.id].sort();
  const heard = { ann: [], bob: [], cem: [], dia: [] };
  const done = Promise.all([ann, bob, cem, dia].map((socket, i) => new Promise(resolve =>
    socket.on("said", text => text === "end" ? resolve() : heard[names[i]].push(text)))));
  await ann.emitWithAck("say", ["red"], [], "say red");
  await ann.emitWithAck("say", ["red", "blue"], [], "say red blue");
  await ann.emitWithAck("announce", ["red", "blue"], [], "announce red blue");
  await ann.emitWithAck("say", [], [], "say all");
  await ann.emitWithAck("say", [], ["blue"], "say all but blue");
  await ann.emitWithAck("announce", ["red"], ["blue"], "announce red but blue");
  await ann.emitWithAck("say", [dia.id], [], "say dia");
  await ann.emitWithAck("announce", ["empty"], [], "announce empty");
  await bob.emitWithAck("leave", "red");
  await ann.emitWithAck("announce", ["red"], [], "announce red");
  await ann.emitWithAck("announce", [], [], "end");
  await done;

  for (const socket of [bob, cem])
    socket.on("vote", answer => answer(socket.id));
  const all = await new Promise(resolve => ann.emit("poll", "blue", 20000, (votes, complete) => resolve({ votes, complete })));
  const some = await new Promise(resolve => ann.emit("poll", "red-or-not", 200, (votes, complete) => resolve({ votes, complete })));
  ann.on("vote", () => {});
  const none = await new Promise(resolve => ann.emit("poll", "red", 200, (votes, complete) => resolve({ votes, complete })));
  const rooms = { bob: await bob.emitWithAck("rooms"), cem: await cem.emitWithAck("rooms") };
  cem.disconnect();
  const last = Promise.all([ann, bob, dia].map(socket => once(socket, "said")));
  await bob.emitWithAck("announce", [], [], "after cem");
  await last;
  return { heard, rooms, all: { complete: all.complete, ids: JSON.stringify(all.votes) === JSON.stringify(voters) }, some, none };
};
