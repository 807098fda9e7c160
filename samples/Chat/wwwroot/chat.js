// The page: what the visitor does goes to the server, what the server says goes to the view.

import { signIn, signOut, whoAmI } from "./account.js";
import { Connection, signedOut } from "./connection.js";
import { Conversations } from "./conversations.js";
import { Ticker } from "./ticker.js";
import { showConversation, showItem, showPeople, showRooms, showSelf, showState } from "./view.js";

const byId = id => document.getElementById(id);
const transport = () => byId("transport").value;
const connection = new Connection("chat");
const ticker = new Ticker(transport);
let all = new Conversations();

byId("sign-in").addEventListener("submit", async event => {
  event.preventDefault();
  try {
    enter(await signIn(byId("name").value));
  } catch (error) {
    showState("signed-out", `Signing in has failed. ${error.message}`);
  }
});
byId("sign-out").addEventListener("click", async () => {
  await signOut();
  exit("Signed out");
});
byId("transport").addEventListener("change", () => {
  if (all.self !== null)
    connection.open(transport());
  ticker.reopen();
});
byId("leave").addEventListener("click", () => {
  connection.send("leave", all.current);
  all.leave(all.current);
  notice(all.current, `You have left ${all.current}.`);
  showEverything();
});
byId("composer").addEventListener("submit", event => {
  event.preventDefault();
  const text = byId("text").value;
  if (text.trim() === "")
    return;
  const recipient = Conversations.personOf(all.current);
  if (recipient === null)
    connection.send("say", { room: all.current, text });
  else
    connection.send("whisper", { recipient, text });
  byId("text").value = "";
});

connection.addEventListener("connecting", () => showState("connecting", "Connecting…"));
connection.addEventListener("open", ({ detail }) => {
  showState("open", `Connected over ${detail.transport}`);
  all.people.clear();
  all.joined.forEach(room => connection.send("join", room));
  byId("text").focus();
});
connection.addEventListener("message", ({ detail }) => receive[detail.type]?.(detail.data));
connection.addEventListener("close", ({ detail }) => {
  if (detail.code === signedOut) {
    exit("Signed out");
    return;
  }
  const next = detail.delay === null ? "" : `. Next try in ${Math.ceil(detail.delay / 1000)} s`;
  all.people.clear();
  showPeople(all, write);
  showState("closed", `Closed: ${detail.code} ${detail.reason}${next}`);
});
connection.addEventListener("retry", async () => {
  // A server that is not there says nothing about the visitor.
  const self = await whoAmI().catch(() => all.self);
  if (self === null)
    exit("Signed out");
  else
    connection.open(transport());
});

const receive = {
  welcome({ you, rooms }) {
    all.self = you;
    rooms.filter(room => !all.counts.has(room)).forEach(room => all.counts.set(room, 0));
    showSelf(you);
    showRooms(all, choose);
  },
  counted({ room, count }) {
    all.counts.set(room, count);
    showRooms(all, choose);
  },
  people({ room, people }) {
    // It may have been on its way when this tab left.
    if (!all.joined.has(room))
      return;
    const { came, gone, isFirst } = all.update(room, people);
    if (isFirst)
      notice(room, `You are in ${room}.`);
    came.forEach(person => notice(room, `${person.name} has come.`));
    gone.forEach(person => notice(room, `${person.name} has gone.`));
    if (room === all.current)
      showPeople(all, write);
  },
  said({ room, from, text, at }) {
    add(room, { from, text, at });
  },
  whispered({ from, recipient, text, at }) {
    all.meet(from);
    add(Conversations.withPerson(from.id === all.self.id ? recipient : from.id), { from, text, at });
  },
  refused({ text, room }) {
    if (room)
      all.leave(room);
    notice(all.current, text, "notice refused");
    showRooms(all, choose);
  },
  error({ message }) {
    notice(all.current, message, "notice refused");
  },
};

function enter(self) {
  all = new Conversations();
  all.self = self;
  showSelf(self);
  showEverything();
  connection.open(transport());
}

function exit(why) {
  connection.close();
  ticker.close();
  all = new Conversations();
  showSelf(null);
  showEverything();
  showState("signed-out", why);
  byId("name").focus();
}

function choose(name) {
  if (Conversations.personOf(name) === null && !all.joined.has(name)) {
    all.joined.add(name);
    connection.send("join", name);
  }
  all.show(name);
  showEverything();
  byId("text").focus();
}

function write(person) {
  all.log(Conversations.withPerson(person.id));
  choose(Conversations.withPerson(person.id));
}

function add(name, item) {
  if (all.add(name, item))
    showItem(item, all.self);
  showRooms(all, choose);
}

function notice(name, text, kind) {
  if (all.add(name, { notice: text, kind }))
    showItem({ notice: text, kind }, all.self);
}

function showEverything() {
  showRooms(all, choose);
  showConversation(all);
  showPeople(all, write);
}

const self = await whoAmI().catch(() => null);
if (self === null)
  showState("signed-out", "Not signed in");
else
  enter(self);
