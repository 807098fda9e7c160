// The table of endpoints: one row each, which stays while its numbers change.

import { Chart } from "./chart.js";
import { arrange, bytes, count, element, say } from "./text.js";

const table = document.querySelector("#endpoints");
const body = table.tBodies[0];
const views = new WeakMap();

const labels = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
const totals = [["dropped", "dropped"], ["refused", "refused"], ["limited", "rate-limited"], ["fallbacks", "fell back"]];

class Flow {
  #chart;
  #messages = element("span", { class: "rate" });
  #bytes = element("span", { class: "soft" });

  constructor(what) {
    this.#chart = new Chart(what);
    this.element = element("div", { class: "flow" }, element("div", {}, this.#messages, " ", this.#bytes), this.#chart.element);
  }

  show(messages, size) {
    say(this.#messages, `${count(messages)}/s`);
    say(this.#bytes, `${bytes(size)}/s`);
    this.#chart.add(messages);
  }
}

class Row {
  #select = element("button", { type: "button", class: "select", "aria-pressed": "false" });
  #draining = element("span", { class: "badge warn" }, "draining");
  #sessions = element("span");
  #bar = element("span", { class: "fill" });
  #connections = element("div", { class: "chips" });
  #in = new Flow("Messages in a second");
  #out = new Flow("Messages out a second");
  #queued = element("span");
  #totals = new Map(totals.map(([name, text]) => [name, { line: element("span", { class: "total" }), text }]));

  constructor(endpoint, onselect) {
    this.#select.textContent = endpoint.prefix;
    this.#select.addEventListener("click", () => onselect(endpoint));
    const what = element("span", { class: "soft class" }, endpoint.class ?? "a delegate");
    const contents = [
      element("div", { class: "name" }, this.#select, element("span", { class: "badge" }, endpoint.kind), this.#draining, what),
      element("div", {}, this.#sessions, element("span", { class: "bar" }, this.#bar)),
      this.#connections,
      this.#in.element,
      this.#out.element,
      this.#queued,
      element("div", { class: "totals" }, ...[...this.#totals.values()].map(({ line }) => line)),
    ];
    this.element = element("tr", { "data-prefix": endpoint.prefix }, ...contents.map((content, index) => index === 0
      ? element("th", { scope: "row" }, content)
      : element("td", { "data-label": labels[index] }, content)));
    views.set(this.element, this);
  }

  mark(isSelected) {
    this.#select.setAttribute("aria-pressed", String(isSelected));
    this.element.classList.toggle("selected", isSelected);
  }

  show(endpoint) {
    this.#draining.hidden = !endpoint.draining;
    say(this.#sessions, `${count(endpoint.sessions)} of ${count(endpoint.maxSessions)}`);
    const share = endpoint.sessions / endpoint.maxSessions;
    this.#bar.style.width = `${Math.min(100, 100 * share)}%`;
    this.#bar.classList.toggle("warn", share >= .9);
    arrange(this.#connections, endpoint.connections, one => one.name, () => element("span", { class: "chip" }),
      (chip, one) => say(chip, `${one.name} ${count(one.count)}`));
    this.#in.show(endpoint.messagesIn, endpoint.bytesIn);
    this.#out.show(endpoint.messagesOut, endpoint.bytesOut);
    say(this.#queued, bytes(endpoint.queuedBytes));
    for (const [name, { line, text }] of this.#totals) {
      say(line, `${count(endpoint[name])} ${text}`);
      line.classList.toggle("some", endpoint[name] > 0);
    }
  }
}

const keyOf = endpoint => endpoint && `${endpoint.id} ${endpoint.prefix}`;

/** Marks the row that is selected. */
export function mark(selected) {
  for (const row of body.rows)
    views.get(row).mark(row.dataset.key === keyOf(selected));
}

export function showEndpoints(endpoints, onselect) {
  document.querySelector("#no-endpoints").hidden = endpoints.length > 0;
  table.hidden = endpoints.length === 0;
  const sum = name => endpoints.reduce((sum, endpoint) => sum + endpoint[name], 0);
  say(document.querySelector("#totals"),
    `${count(sum("sessions"))} sessions · ${count(sum("messagesIn"))}/s in · ${count(sum("messagesOut"))}/s out`);
  // After a restart of the server an id may be another endpoint's.
  arrange(body, endpoints, keyOf, endpoint => new Row(endpoint, onselect).element, (row, endpoint) => views.get(row).show(endpoint));
}
