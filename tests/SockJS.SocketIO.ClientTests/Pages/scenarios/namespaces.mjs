// Several namespaces over one connection: named, of a pattern, refused and unknown.
import { once } from "../run.mjs";

const refusal = async socket => {
  const [error] = await once(socket, "connect_error");
  return { message: error.message, data: error.data ?? null, connected: socket.connected, active: socket.active };
};

export default async ({ open, connect }) => {
  const main = await connect();
  // Those that share the manager of the first share its connection.
  const of = (name, options) => main.io.socket(name, options);
  const named = of("/named"), first = of("/org-42"), second = of("/org-abc");
  await Promise.all([named, first, second].map(socket => socket.connected || once(socket, "connect")));

  const refused = of("/refused"), unknown = of("/nowhere"), stranger = of("/members"), member = of("/members-too");
  const refusals = await Promise.all([refused, unknown, stranger, member].map(refusal));
  const allowed = await connect("/members", { auth: { token: "good", name: "Eve" } });

  const ids = [main, named, first, second].map(socket => socket.id);
  const result = {
    refusals,
    member: (await allowed.emitWithAck("who")).auth,
    distinct: new Set(ids).size,
    which: [await first.emitWithAck("which"), await second.emitWithAck("which")],
    who: (await named.emitWithAck("who")).namespace,
  };

  named.disconnect();
  result.mainAfterOneLeft = await main.emitWithAck("ask", "still here");
  named.connect();
  await once(named, "connect");
  result.newId = named.id !== ids[1];
  return result;
};
