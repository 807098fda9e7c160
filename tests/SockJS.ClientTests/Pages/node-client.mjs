// Reads the request of one conversation from the command line, and prints its result.
import SockJS from "sockjs-client";
import { converse } from "./conversation.mjs";

const result = await converse(SockJS, JSON.parse(process.argv[2]));
process.stdout.write(JSON.stringify(result), () => process.exit());
