import { ChatConnection } from "./connection.js";
import { showMessage, showNotice, showPeople, showState } from "./view.js";

const connection = new ChatConnection();
const byId = id => document.getElementById(id);
let self = null;
let rosterVersion = 0;

byId("join").addEventListener("submit", event => {
  event.preventDefault();
  self = null;
  rosterVersion = 0;
  connection.open(byId("name").value, byId("transport").value);
});
byId("leave").addEventListener("click", () => connection.close());
byId("composer").addEventListener("submit", event => {
  event.preventDefault();
  const text = byId("text").value;
  if (text.trim() === "")
    return;
  connection.say(text);
  byId("text").value = "";
});

connection.addEventListener("connecting", () => showState("connecting", "Connecting…"));
connection.addEventListener("open", ({ detail }) => {
  showState("open", `Connected over ${detail.transport}`);
  byId("text").focus();
});
connection.addEventListener("close", ({ detail }) => {
  showState("closed", `Closed: ${detail.code} ${detail.reason}`);
  showPeople([], null);
  showNotice("You are no longer in the room.");
  byId("connect").focus();
});
connection.addEventListener("message", ({ detail }) => receive[detail.type]?.(detail));

const receive = {
  welcome(message) {
    self = message.name;
    updatePeople(message.roster);
  },
  joined(message) {
    updatePeople(message.roster);
    showNotice(message.name === self ? `You are in the room as ${self}.` : `${message.name} has joined.`);
  },
  left(message) {
    updatePeople(message.roster);
    showNotice(`${message.name} has left.`);
  },
  said(message) {
    showMessage(message, message.name === self);
  },
  refused(message) {
    showNotice(message.text, "notice refused");
  },
};

// Two visitors who come at the same moment may be announced in either order; the highest version is the newest.
function updatePeople(roster) {
  if (roster.version < rosterVersion)
    return;
  rosterVersion = roster.version;
  showPeople(roster.names, self);
}

showState("closed", "Not connected");
