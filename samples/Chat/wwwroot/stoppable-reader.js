// A client that can be told not to read. The SockJS client cannot, so this one does long polling by hand: a poll is answered with what waits,
// and while there is no poll, the server has to keep what comes or do without.

export class StoppableReader {
  #url;
  #receive;
  #abort = new AbortController();
  #goOn = null;
  isStopped = false;

  constructor(path, receive) {
    const session = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, "0")).join("");
    this.#url = new URL(`${path}/000/${session}/xhr`, document.baseURI);
    this.#receive = receive;
  }

  // Reads until the session ends, and tells why it did.
  async run() {
    try {
      while (true) {
        if (this.isStopped)
          await new Promise(resolve => this.#goOn = resolve);
        const answer = await fetch(this.#url, { method: "POST", signal: this.#abort.signal });
        if (!answer.ok)
          return answer.status === 404 ? "The server has given it up." : `The server answered ${answer.status}.`;
        const frame = await answer.text();
        if (frame.startsWith("c"))
          return `Closed: ${JSON.parse(frame.slice(1)).join(" ")}`;
        if (frame.startsWith("a"))
          JSON.parse(frame.slice(1)).forEach(message => this.#receive(JSON.parse(message)));
      }
    } catch (error) {
      return error.message;
    }
  }

  stop() {
    this.isStopped = true;
  }

  goOn() {
    this.isStopped = false;
    this.#goOn?.();
  }

  close() {
    this.#abort.abort();
    this.goOn();
  }
}
