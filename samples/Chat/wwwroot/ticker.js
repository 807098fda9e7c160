// Two readers of the same prices side by side: this page, which reads on and on, and one that stops when it is told to.

import { Connection } from "./connection.js";
import { StoppableReader } from "./stoppable-reader.js";
import { Tally } from "./tally.js";

const byId = id => document.getElementById(id);

export class Ticker {
  #transport;
  #page = new Connection("ticker");
  #other = null;
  #pageId = null;
  #otherId = null;
  #pageTally = new Tally();
  #otherTally = new Tally();

  constructor(transport) {
    this.#transport = transport;
    this.#page.addEventListener("open", () => this.#pageTally = new Tally());
    this.#page.addEventListener("retry", () => this.#page.open(transport()));
    this.#page.addEventListener("message", ({ detail }) => this.#receive(detail));
    byId("ticker").addEventListener("toggle", () => byId("ticker").open ? this.#open() : this.#close());
    byId("read").addEventListener("click", () => this.#toggle());
  }

  reopen() {
    if (byId("ticker").open)
      this.#page.open(this.#transport());
  }

  close() {
    byId("ticker").open = false;
  }

  #open() {
    this.#page.open(this.#transport());
    this.#startOther();
  }

  #close() {
    this.#page.close();
    this.#other?.close();
    this.#other = null;
  }

  #toggle() {
    if (this.#other === null)
      this.#startOther();
    else if (this.#other.isStopped)
      this.#other.goOn();
    else
      this.#other.stop();
    this.#showButton();
  }

  async #startOther() {
    const other = this.#other = new StoppableReader("ticker", message => this.#receiveOther(message));
    this.#otherTally = new Tally();
    byId("other-end").textContent = "";
    this.#showButton();
    const end = await other.run();
    if (this.#other !== other)
      return;
    this.#other = null;
    byId("other-end").textContent = end;
    this.#showButton();
  }

  #receive({ type, data }) {
    if (type === "welcome")
      this.#pageId = data;
    else if (type === "quote")
      this.#showQuote(data);
    else if (type === "overview")
      this.#showOverview(data);
  }

  #receiveOther({ type, data }) {
    if (type === "welcome")
      this.#otherId = data;
    else if (type === "quote")
      this.#otherTally.take(data);
  }

  #showQuote(quote) {
    this.#pageTally.take(quote);
    byId(`price-${quote.symbol}`).textContent = quote.price.toFixed(2);
  }

  #showOverview({ replaced, readers }) {
    const bytesOf = id => readers.find(reader => reader.id === id)?.queuedBytes ?? "–";
    byId("replaced").textContent = replaced;
    show("page", this.#pageTally, bytesOf(this.#pageId));
    show("other", this.#otherTally, bytesOf(this.#otherId));
  }

  #showButton() {
    const label = this.#other === null ? "Start the second client again" : this.#other.isStopped ? "Let it read on" : "Stop reading";
    byId("read").textContent = label;
  }
}

function show(reader, tally, bytes) {
  byId(`${reader}-received`).textContent = tally.received;
  byId(`${reader}-missed`).textContent = tally.missed;
  byId(`${reader}-queued`).textContent = bytes;
}
