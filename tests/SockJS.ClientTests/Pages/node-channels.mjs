// Reads the request from the command line, and prints its result. The client of channels is a script without exports.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import SockJS from "sockjs-client";
import { multiplex } from "./channels.mjs";

const path = createRequire(import.meta.url).resolve("websocket-multiplex/multiplex_client.js");
const WebSocketMultiplex = runInThisContext(`${readFileSync(path, "utf8")}; WebSocketMultiplex`);
const result = await multiplex(SockJS, WebSocketMultiplex, JSON.parse(process.argv[2]));
process.stdout.write(JSON.stringify(result), () => process.exit());
