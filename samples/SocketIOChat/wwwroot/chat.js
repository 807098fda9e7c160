// The page: what the visitor does goes to the server, what the server says goes to the view. The client library is a global of the classic
// script before this module; it reconnects by itself.

import * as view from "./view.js";

const byId = id => document.getElementById(id);
const patience = 10_000;
const maxPictureBytes = 500_000;
const typingInterval = 1500;

// Which transports: both, beginning with polling, unless the address says one, as in /?transport=polling.
const transport = new URLSearchParams(location.search).get("transport") ?? "";
byId("transport").value = transport;
byId("transport").addEventListener("change", () => location.search = byId("transport").value && `?transport=${byId("transport").value}`);

let socket = null;
let self = null;
let room = null;
let company = { room: null, people: [] };
let hasBeenHere = false;
let lastTyped = 0;

byId("entrance").addEventListener("submit", event => {
  event.preventDefault();
  comeIn(byId("name").value);
});
byId("exit").addEventListener("click", () => leaveChat("You have gone"));
byId("leave").addEventListener("click", async () => {
  await socket.timeout(patience).emitWithAck("leave");
  show(null);
});
byId("composer").addEventListener("submit", event => {
  event.preventDefault();
  const text = byId("text").value;
  if (text.trim() === "")
    return;
  byId("text").value = "";
  deliver(view.showOwn(self, text), "say", text);
});
byId("text").addEventListener("input", () => {
  if (Date.now() - lastTyped < typingInterval)
    return;
  lastTyped = Date.now();
  socket.volatile.emit("typing");
});
byId("picture").addEventListener("change", async () => {
  const [file] = byId("picture").files;
  byId("picture").value = "";
  if (file === undefined)
    return;
  if (file.size > maxPictureBytes) {
    view.showNotice("A picture has at most 500 kB.", "refused");
    return;
  }
  const data = await file.arrayBuffer();
  deliver(view.showOwnPicture(self, { name: file.name, type: file.type, data }), "show", file.name, data);
});

function comeIn(name) {
  view.showState("connecting", "Connecting…");
  hasBeenHere = false;
  socket = io("/chat", { auth: { name }, transports: transport ? [transport] : ["polling", "websocket"], forceNew: true });
  socket.on("connect", connected);
  socket.on("connect_error", refused);
  socket.on("disconnect", reason => {
    showCompany({ room: null, people: [] });
    view.showState("connecting", `Connection lost (${reason}). Trying again…`);
    // The client library leaves it to the page whether to come back to a server that has sent it away.
    if (!socket.active)
      leaveChat(`The server has ended it (${reason})`);
  });
  socket.io.on("reconnect_attempt", attempt => view.showState("connecting", `Not connected. Try ${attempt}…`));
  for (const [name, handler] of Object.entries(events))
    socket.on(name, handler);
}

const events = {
  welcome(you, counts) {
    self = you;
    view.showSelf(you);
    view.showRooms(counts, join);
    showRoom();
  },
  counted(name, count) {
    view.showCount(name, count);
  },
  people(name, people) {
    showCompany({ room: name, people });
  },
  said(from, text, at) {
    view.showSaid(from, text, at);
  },
  shown(from, picture, at) {
    view.showPicture(from, picture, at);
  },
  typing(who) {
    view.showTyping(who);
  },
};

function connected() {
  const { engine } = socket.io;
  showTransport(engine);
  engine.on("upgrade", () => showTransport(engine));
  if (hasBeenHere)
    view.showNotice(socket.recovered ? "Back again. Nothing was missed." : "Back again. What was said meanwhile was missed.");
  // Who was recovered is in the room already; to join it once more makes the others see it.
  join(hasBeenHere ? room : "lobby");
  hasBeenHere = true;
}

function refused(error) {
  if (socket.active)
    view.showState("connecting", `No connection: ${error.message}. Trying again…`);
  else
    leaveChat(error.message);
}

function leaveChat(why) {
  socket.disconnect();
  socket = self = null;
  view.showSelf(null);
  show(null);
  view.showState("outside", why);
  byId("name").focus();
}

async function join(name) {
  if (name === null)
    return;
  const problem = await ask("join", name);
  if (problem !== null)
    view.showNotice(problem, "refused");
  else if (room !== name)
    show(name);
}

function show(name) {
  room = name;
  view.clear();
  showRoom();
  if (name !== null)
    view.showNotice(`You are in ${name}.`);
}

function showRoom() {
  view.showRoom(room);
  showCompany(company);
  if (room !== null)
    byId("text").focus();
}

// It may come before the answer to joining the room, and after this tab has left it.
function showCompany(latest) {
  company = latest;
  view.showPeople(company.room === room ? company.people : [], self);
}

async function deliver(item, ...event) {
  const problem = await ask(...event);
  view.showDelivery(item, problem);
}

// Returns what went wrong, or null.
async function ask(...event) {
  try {
    return (await socket.timeout(patience).emitWithAck(...event)).problem;
  } catch {
    return "The server did not answer.";
  }
}

function showTransport(engine) {
  view.showState("open", `Connected over ${engine.transport.name}`);
}
