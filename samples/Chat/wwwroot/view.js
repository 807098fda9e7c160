// What the visitor sees. All text enters the page as text, never as markup.

import { Conversations } from "./conversations.js";

const byId = id => document.getElementById(id);
const log = byId("log");

// A reader who has scrolled back to older messages is not torn away from them.
let atEnd = true;
log.addEventListener("scroll", () => atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40);
new ResizeObserver(stayAtEnd).observe(log);

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

// The states are signed-out, connecting, open and closed.
export function showState(state, text) {
  document.body.dataset.state = state;
  byId("status").textContent = text;
  byId("sign-in").hidden = state !== "signed-out";
  byId("sign-out").hidden = state === "signed-out";
  for (const id of ["text", "send"])
    byId(id).disabled = state !== "open";
}

export function showSelf(person) {
  byId("self").replaceChildren(...(person === null ? [] : nameAndTag(person)));
}

export function showRooms(all, choose) {
  showList(byId("rooms"), all.rooms, all, room =>
    conversationItem(room, choose, element("span", "name", room), element("span", "count")));
  showList(byId("privates"), all.privates, all, name =>
    conversationItem(name, choose, ...nameAndTag(personOf(all, name))));
}

export function showConversation(all) {
  const id = Conversations.personOf(all.current);
  const person = id === null ? null : personOf(all, all.current);
  byId("talk-title").replaceChildren(...(person === null ? [element("span", "name", all.current)] : nameAndTag(person)));
  byId("leave").hidden = person !== null || !all.joined.has(all.current);
  // Only what is new is worth reading out, and not the whole conversation.
  log.setAttribute("aria-busy", "true");
  log.replaceChildren(...all.log().map(item => logItem(item, all.self)));
  requestAnimationFrame(() => log.removeAttribute("aria-busy"));
  atEnd = true;
  stayAtEnd();
}

export function showItem(item, self) {
  log.append(logItem(item, self));
  while (log.children.length > 200)
    log.firstElementChild.remove();
  stayAtEnd();
}

// Keeps the elements of those who stay, so that the keyboard's focus does.
export function showPeople(all, write) {
  const people = all.peopleHere;
  const list = byId("people");
  byId("people-section").hidden = Conversations.personOf(all.current) !== null;
  byId("count").textContent = people.length;
  const staying = new Map();
  for (const item of [...list.children]) {
    if (people.some(person => person.id === item.dataset.id))
      staying.set(item.dataset.id, item);
    else
      item.remove();
  }
  people.forEach((person, at) => {
    const item = staying.get(person.id) ?? personItem(person, all.self, write);
    if (list.children[at] !== item)
      list.insertBefore(item, list.children[at] ?? null);
  });
}

function showList(list, names, all, make) {
  for (const item of [...list.children]) {
    if (!names.includes(item.dataset.name))
      item.remove();
  }
  const shown = [...list.children].map(item => item.dataset.name);
  list.append(...names.filter(name => !shown.includes(name)).map(make));
  for (const item of list.children)
    updateConversationItem(item, all);
}

function conversationItem(name, choose, ...content) {
  const button = element("button", "conversation");
  button.type = "button";
  button.append(...content, element("span", "unread"));
  button.addEventListener("click", () => choose(name));
  const item = element("li", "");
  item.dataset.name = name;
  item.append(button);
  return item;
}

function updateConversationItem(item, all) {
  const { name } = item.dataset;
  const button = item.firstElementChild;
  const unread = all.unread(name);
  button.classList.toggle("joined", all.joined.has(name));
  button.toggleAttribute("aria-current", false);
  if (name === all.current)
    button.setAttribute("aria-current", "true");
  setText(button.querySelector(".unread"), unread === 0 ? "" : `${unread} new`);
  const count = button.querySelector(".count");
  if (count !== null)
    setText(count, `${all.counts.get(name)}`);
}

function personItem(person, self, write) {
  const item = element("li", "");
  item.dataset.id = person.id;
  if (person.id === self.id) {
    item.append(...nameAndTag(person), element("span", "you", "you"));
    item.setAttribute("aria-current", "true");
    return item;
  }
  const button = element("button", "person");
  button.type = "button";
  button.title = "Write in private";
  button.append(...nameAndTag(person));
  button.addEventListener("click", () => write(person));
  item.append(button);
  return item;
}

function logItem({ kind, from, text, at, notice }, self) {
  if (notice !== undefined) {
    const item = element("li", kind ?? "notice");
    item.append(element("p", "", notice));
    return item;
  }
  const moment = new Date(at);
  const stamp = element("time", "", time.format(moment));
  stamp.dateTime = moment.toISOString();
  const head = element("p", "head");
  const who = element("strong", "");
  who.append(...nameAndTag(from));
  head.append(who, stamp);
  const item = element("li", from.id === self.id ? "message own" : "message");
  item.append(head, element("p", "text", text));
  return item;
}

// Two visitors may have one name; the beginning of the id tells them apart.
function nameAndTag({ id, name }) {
  return [element("span", "name", name), element("span", "tag", "#" + id.slice(0, 4))];
}

function personOf(all, name) {
  const id = Conversations.personOf(name);
  return { id, name: all.nameOf(id) };
}

function stayAtEnd() {
  if (atEnd)
    log.scrollTop = log.scrollHeight;
}

function setText(target, text) {
  if (target.textContent !== text)
    target.textContent = text;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
