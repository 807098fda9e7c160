// Answers in both directions: in time, too late, many, and not at all.
import { once } from "../run.mjs";

export default async ({ connect, bytes }) => {
  const socket = await connect();
  const order = [];
  await Promise.all(Array.from({ length: 300 }, async (_, i) => order.push((await socket.emitWithAck("ask", i)) === i ? i : -1)));

  const late = await socket.timeout(200).emitWithAck("silent").catch(error => error.message);
  const unknown = await socket.timeout(200).emitWithAck("nobody-listens").catch(error => error.message);

  socket.on("question", (text, answer) => {
    if (text === "ready?")
      answer({ text: "yes", proof: bytes(1, 2, 3) });
    else if (text === "twice?") {
      answer("once");
      answer("again");
    }
  });
  const ask = async (text, wait) => {
    const outcome = Promise.race([once(socket, "answered"), once(socket, "unanswered").then(() => "nothing")]);
    socket.emit("question", text, wait);
    return await outcome;
  };
  return { order, late, unknown, ready: await ask("ready?", 20000), twice: await ask("twice?", 20000), ignored: await ask("well?", 200), after: await socket.emitWithAck("ask", "alive") };
};
