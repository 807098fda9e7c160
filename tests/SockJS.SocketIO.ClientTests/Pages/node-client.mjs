// Reads the request of one scenario from the command line, and prints its result.
import { Socket as Engine } from "engine.io-client";
import { io } from "socket.io-client";
import parser from "socket.io-msgpack-parser";
import { run } from "./run.mjs";

const result = await run({ io, parser, engine: (url, options) => new Engine(url, options) }, JSON.parse(process.argv[2]));
process.stdout.write(JSON.stringify(result), () => process.exit());
