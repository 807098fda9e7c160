// The server shows a client out, alone or with its whole connection.
import { once } from "../run.mjs";

export default async ({ connect, input }) => {
  const main = await connect("/", { auth: { tag: input.tag } });
  const named = main.io.socket("/named");
  await once(named, "connect");
  const gone = once(main, "disconnect");
  const namedGone = input.close ? once(named, "disconnect") : null;
  main.emit("leave-me", input.close);
  const [reason] = await gone;

  const observer = await connect();
  const result = { reason, active: main.active, seen: null };
  if (input.close)
    result.named = (await namedGone)[0];
  else
    result.named = await named.emitWithAck("ask", "still here");
  while ((result.seen = await observer.emitWithAck("reason", input.tag)) === null);
  // Who was shown out does not come back by itself, but may.
  main.connect();
  if (!main.connected)
    await once(main, "connect");
  result.back = await main.emitWithAck("ask", "back");
  return result;
};
