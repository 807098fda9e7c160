// The connection to the chat room: JSON messages over the SockJS client (a global of the classic script before this module).

export class ChatConnection extends EventTarget {
  #socket;

  open(name, transport) {
    const socket = new SockJS(new URL("chat", document.baseURI).href, null, transport ? { transports: transport } : {});
    this.#socket = socket;
    this.#emit("connecting");

    socket.onopen = () => {
      this.#emit("open", { transport: socket.transport });
      this.#send({ type: "join", name });
    };
    socket.onmessage = event => this.#emit("message", JSON.parse(event.data));
    socket.onclose = event => {
      this.#socket = undefined;
      this.#emit("close", { code: event.code, reason: event.reason });
    };
  }

  say(text) {
    this.#send({ type: "say", text });
  }

  close() {
    this.#socket?.close();
  }

  #send(message) {
    this.#socket?.send(JSON.stringify(message));
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
