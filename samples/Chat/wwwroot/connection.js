// A connection that comes back by itself: messages with a type and data over the SockJS client (a global of the classic script before this
// module), which does not reconnect.

const firstDelay = 1000;
const longestDelay = 30000;

const allTransportsFailed = 2000;
export const signedOut = 4001;

export class Connection extends EventTarget {
  #url;
  #socket = null;
  #timer = 0;
  #failures = 0;

  constructor(path) {
    super();
    this.#url = new URL(path, document.baseURI).href;
  }

  // Opens a connection, over one transport or, without a name, over the best that works. One that is open is given up for it.
  open(transport) {
    this.close();
    const socket = this.#socket = new SockJS(this.#url, null, transport ? { transports: transport } : {});
    this.#emit("connecting");
    socket.onopen = () => {
      this.#failures = 0;
      this.#emit("open", { transport: socket.transport });
    };
    socket.onmessage = event => {
      const { type, data } = JSON.parse(event.data);
      this.#emit("message", { type, data });
    };
    socket.onclose = event => {
      this.#socket = null;
      // Trying again would end in the same way where the visitor has signed out, or the browser lacks the transport.
      const isFinal = event.code === signedOut || (event.code === allTransportsFailed && transport);
      const delay = isFinal ? null : this.#nextDelay();
      this.#emit("close", { code: event.code, reason: event.reason, delay });
      if (delay !== null)
        this.#timer = setTimeout(() => this.#emit("retry", { transport }), delay);
    };
  }

  send(type, data) {
    if (this.#socket?.readyState === SockJS.OPEN)
      this.#socket.send(JSON.stringify({ type, data }));
  }

  // Closes without an event: whoever calls this knows.
  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null)
      return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  // Twice as long each time, and never the same for all: after a restart of the server not everybody shall come at once.
  #nextDelay() {
    const delay = Math.min(longestDelay, firstDelay * 2 ** this.#failures++);
    return delay * (0.5 + Math.random() / 2);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
