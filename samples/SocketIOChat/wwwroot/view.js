// What the visitor sees. All text enters the page as text, never as markup, and pictures as bytes.

const byId = id => document.getElementById(id);
const log = byId("log");
const maxItems = 200;
const typingTime = 3000;
const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const typists = new Map();

// A reader who has scrolled back to older messages is not torn away from them.
let atEnd = true;
log.addEventListener("scroll", () => atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40);
new ResizeObserver(stayAtEnd).observe(log);

// The states are outside, connecting and open.
export function showState(state, text) {
  document.body.dataset.state = state;
  byId("status").textContent = text;
  byId("exit").hidden = state === "outside";
  enableComposer();
}

export function showSelf(person) {
  byId("self").replaceChildren(...(person === null ? [] : nameAndTag(person)));
  byId("entrance").hidden = person !== null;
}

export function showRooms(counts, join) {
  byId("rooms").replaceChildren(...Object.entries(counts).map(([name, count]) => {
    const button = element("button", "room");
    button.type = "button";
    button.append(element("span", "name", name), element("span", "count", `${count}`));
    button.addEventListener("click", () => join(name));
    const item = element("li");
    item.dataset.name = name;
    item.append(button);
    return item;
  }));
}

export function showCount(name, count) {
  for (const item of byId("rooms").children) {
    if (item.dataset.name === name)
      item.querySelector(".count").textContent = `${count}`;
  }
}

export function showRoom(room) {
  byId("talk-title").textContent = room ?? "In no room";
  byId("leave").hidden = room === null;
  document.body.toggleAttribute("data-in-room", room !== null);
  for (const item of byId("rooms").children)
    item.firstElementChild.ariaCurrent = item.dataset.name === room ? "true" : null;
  enableComposer();
}

export function showPeople(people, self) {
  byId("count").textContent = `${people.length}`;
  byId("people").replaceChildren(...people.map(person => {
    const item = element("li");
    item.append(...nameAndTag(person));
    if (person.id === self?.id)
      item.append(element("span", "you", "you"));
    return item;
  }));
}

export function showSaid(from, text, at) {
  stopTyping(from);
  append(message(from, at, element("p", "text", text)));
}

export function showOwn(self, text) {
  return appendOwn(message(self, Date.now(), element("p", "text", text)));
}

export function showPicture(from, picture, at) {
  append(message(from, at, figure(picture)));
}

export function showOwnPicture(self, picture) {
  return appendOwn(message(self, Date.now(), figure(picture)));
}

// Says under a message of one's own what has become of it.
export function showDelivery(item, problem) {
  const delivery = item.querySelector(".delivery");
  delivery.textContent = problem === null ? "✓ delivered" : `Not delivered: ${problem}`;
  delivery.classList.toggle("refused", problem !== null);
  stayAtEnd();
}

export function showNotice(text, kind = "") {
  const item = element("li", `notice ${kind}`);
  item.append(element("p", "", text));
  append(item);
}

// It says so until nothing of the kind has come for a while.
export function showTyping(who) {
  clearTimeout(typists.get(who.id)?.timer);
  typists.set(who.id, { name: who.name, timer: setTimeout(() => stopTyping(who), typingTime) });
  updateTyping();
}

export function clear() {
  while (log.firstElementChild !== null)
    remove(log.firstElementChild);
  for (const { timer } of typists.values())
    clearTimeout(timer);
  typists.clear();
  updateTyping();
}

function enableComposer() {
  const isOpen = document.body.dataset.state === "open" && document.body.hasAttribute("data-in-room");
  for (const id of ["text", "picture", "send"])
    byId(id).disabled = !isOpen;
}

function stopTyping(who) {
  clearTimeout(typists.get(who.id)?.timer);
  typists.delete(who.id);
  updateTyping();
}

function updateTyping() {
  const names = [...typists.values()].map(one => one.name);
  byId("typing").textContent =
    names.length === 0 ? "" : names.length === 1 ? `${names[0]} is typing…` : `${names.length} people are typing…`;
}

function appendOwn(item) {
  item.classList.add("own");
  item.append(element("p", "delivery", "…"));
  append(item);
  return item;
}

function append(item) {
  log.append(item);
  if (log.children.length > maxItems)
    remove(log.firstElementChild);
  stayAtEnd();
}

// The bytes of a picture are kept as long as there is an address for them.
function remove(item) {
  const picture = item.querySelector("img");
  if (picture !== null)
    URL.revokeObjectURL(picture.src);
  item.remove();
}

function message(from, at, content) {
  const moment = new Date(at);
  const stamp = element("time", "", time.format(moment));
  stamp.dateTime = moment.toISOString();
  const who = element("strong");
  who.append(...nameAndTag(from));
  const head = element("p", "head");
  head.append(who, stamp);
  const item = element("li", "message");
  item.append(head, content);
  return item;
}

function figure({ name, type, data }) {
  const image = element("img");
  image.alt = name;
  image.addEventListener("load", stayAtEnd);
  image.src = URL.createObjectURL(new Blob([data], { type }));
  const made = element("figure");
  made.append(image, element("figcaption", "", name));
  return made;
}

// Two visitors may have one name; the beginning of the id tells them apart.
function nameAndTag({ id, name }) {
  return [element("span", "name", name), element("span", "tag", "#" + id.slice(0, 4))];
}

function stayAtEnd() {
  if (atEnd)
    log.scrollTop = log.scrollHeight;
}

function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
