// What the visitor sees. All text enters the page as text, never as markup.

const byId = id => document.getElementById(id);
const log = byId("log");

// A reader who has scrolled back to older messages is not torn away from them.
let atEnd = true;
log.addEventListener("scroll", () => atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40);
new ResizeObserver(stayAtEnd).observe(log);

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

export function showState(state, text) {
  document.body.dataset.state = state;
  byId("status").textContent = text;
  for (const id of ["name", "transport", "connect"])
    byId(id).disabled = state !== "closed";
  byId("leave").disabled = state === "closed";
  for (const id of ["text", "send"])
    byId(id).disabled = state !== "open";
}

export function showPeople(names, self) {
  byId("count").textContent = names.length;
  byId("people").replaceChildren(...names.map(name => {
    const item = element("li", "", name);
    if (name === self) {
      item.append(element("span", "you", "you"));
      item.setAttribute("aria-current", "true");
    }
    return item;
  }));
}

export function showMessage({ name, text, at }, own) {
  const moment = new Date(at);
  const stamp = element("time", "", time.format(moment));
  stamp.dateTime = moment.toISOString();
  const head = element("p", "head");
  head.append(element("strong", "", name), stamp);
  append(own ? "message own" : "message", head, element("p", "text", text));
}

export function showNotice(text, kind = "notice") {
  append(kind, element("p", "", text));
}

function append(className, ...content) {
  const item = element("li", className);
  item.append(...content);
  log.append(item);
  stayAtEnd();
}

function stayAtEnd() {
  if (atEnd)
    log.scrollTop = log.scrollHeight;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
