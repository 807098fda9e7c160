// The sessions and groups of the endpoint that is selected.

import { arrange, bytes, count, element, say, span } from "./text.js";

const details = document.querySelector("#details");
const table = document.querySelector("#sessions");
const newer = document.querySelector("#newer");
const older = document.querySelector("#older");
const views = new WeakMap();

const labels = [...table.tHead.rows[0].cells].map(cell => cell.textContent);

class Row {
  #transport = element("span", { class: "chip" });
  #since = element("time");
  #groups = element("div", { class: "chips" });
  #queued = element("span");

  constructor(session, onclose) {
    const close = element("button", { type: "button", class: "quiet", "aria-label": `Close session ${session.id}` }, "Close");
    close.addEventListener("click", () => onclose(session));
    this.#since.title = new Date(session.since).toLocaleString();
    const contents = [
      element("code", { title: session.id }, session.id),
      session.user === undefined ? element("span", { class: "soft" }, "anonymous") : element("span", { class: "user" }, session.user),
      this.#transport,
      this.#since,
      this.#groups,
      this.#queued,
      close,
    ];
    this.element = element("tr", { "data-session": session.id },
      ...contents.map((content, index) => element("td", { "data-label": labels[index] }, content)));
    views.set(this.element, this);
  }

  show(session, now) {
    say(this.#transport, session.transport);
    say(this.#since, span(now - session.since));
    const names = session.moreGroups > 0 ? [...session.groups, `and ${count(session.moreGroups)} more`] : session.groups;
    arrange(this.#groups, names, name => name, () => element("span", { class: "chip group" }), (chip, name) => say(chip, name));
    say(this.#queued, bytes(session.queuedBytes));
  }
}

/** Says whose sessions will be shown, before they are there. */
export function showTitle(endpoint) {
  details.hidden = endpoint === null;
  say(document.querySelector("#sessions-title"), `Sessions of ${endpoint?.prefix}`);
  say(document.querySelector("#groups-title"), `Groups of ${endpoint?.prefix}`);
}

export function showSessions(page, now, onclose) {
  arrange(table.tBodies[0], page.sessions, session => session.id, session => new Row(session, onclose).element,
    (row, session) => views.get(row).show(session, now));
  table.hidden = page.sessions.length === 0;
  const none = document.querySelector("#no-sessions");
  none.hidden = page.sessions.length > 0;
  say(none, page.filter ? "No session has that in its id, user, transport or groups." : "No sessions.");

  const first = page.page * page.pageSize;
  const hidden = page.matching - page.sessions.length;
  say(document.querySelector("#shown"), page.sessions.length === 0 ? "" : hidden === 0
    ? `All ${count(page.matching)}, the newest first`
    : `${count(first + 1)} to ${count(first + page.sessions.length)} of ${count(page.matching)}, the newest first; ${count(hidden)} not shown`);
  newer.hidden = older.hidden = hidden === 0;
  newer.disabled = page.page === 0;
  older.disabled = first + page.sessions.length >= page.matching;

  arrange(document.querySelector("#groups"), page.groups, group => group.name, () => element("li", {}, element("span", { class: "group" }), element("span", { class: "soft" })),
    (line, group) => {
      say(line.firstChild, group.name);
      say(line.lastChild, count(group.count));
    });
  document.querySelector("#no-groups").hidden = page.groups.length > 0;
  const more = page.groupCount - page.groups.length;
  say(document.querySelector("#more-groups"), more > 0 ? `${count(more)} not shown` : "");
}
