// Puts the page together: messages of the server go to the tables, what is pressed goes to the server.

import { askToClose } from "./closing.js";
import { Connection } from "./connection.js";
import { mark, showEndpoints } from "./endpoints.js";
import { showSessions, showTitle } from "./sessions.js";
import { say } from "./text.js";

const connection = new Connection();
const filter = document.querySelector("#filter");
const notice = document.querySelector("#notice");
let selected = null;
let page = 0;
let now = Date.now();
let typing = 0;
let noticed = 0;

function watch() {
  connection.send({ type: "watch", endpoint: selected?.id ?? null, filter: filter.value, page });
}

function select(endpoint) {
  selected = endpoint;
  page = 0;
  filter.value = "";
  showTitle(endpoint);
  mark(endpoint);
  watch();
}

function turn(by) {
  page = Math.max(0, page + by);
  watch();
}

function tell(text, isProblem) {
  notice.textContent = text;
  notice.hidden = false;
  notice.classList.toggle("problem", isProblem);
  clearTimeout(noticed);
  noticed = setTimeout(() => (notice.hidden = true), 6_000);
}

const messages = {
  hello: ({ application, machine, process }) => {
    say(document.querySelector("#process"), `${application} on ${machine}, process ${process}`);
    document.title = `SockJS · ${application}`;
    watch();
  },
  overview: ({ at, endpoints }) => {
    now = at;
    showEndpoints(endpoints, select);
    // What was selected may be gone, or another endpoint, after a restart.
    const still = endpoints.find(endpoint => endpoint.id === selected?.id && endpoint.prefix === selected.prefix);
    if (!still && (selected || endpoints.length > 0))
      select(endpoints[0] ?? null);
  },
  sessions: message => {
    // An answer to what was asked before is of no use any more.
    if (message.endpoint !== selected?.id || message.filter !== filter.value)
      return;
    page = message.page;
    showSessions(message, now, session => askToClose(session, (code, reason) =>
      connection.send({ type: "close", endpoint: message.endpoint, session: session.id, code, reason })));
  },
  closed: ({ ok, text }) => tell(text, !ok),
  refused: ({ text }) => tell(text, true),
};

const states = {
  connecting: () => "Connecting",
  open: way => `Live over ${way}`,
  waiting: seconds => `Not connected. Next try in ${seconds} s`,
};

connection.onmessage = message => messages[message.type]?.(message);
connection.onstate = (state, detail) => {
  document.body.dataset.state = state;
  say(document.querySelector("#status"), states[state](detail));
};

filter.addEventListener("input", () => {
  page = 0;
  clearTimeout(typing);
  typing = setTimeout(watch, 250);
});
document.querySelector("#newer").addEventListener("click", () => turn(-1));
document.querySelector("#older").addEventListener("click", () => turn(1));

connection.open();
