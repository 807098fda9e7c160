// What feeds the page: a WebSocket where one gets through, else server-sent events in the frames of SockJS, and POSTs the other way.

const base = new URL("live/", import.meta.url);
const patience = 5_000;
const longestPause = 15_000;

function openSocket(events) {
  const url = new URL("websocket", base);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url);
  socket.onopen = events.open;
  socket.onmessage = message => events.message(message.data);
  socket.onclose = end => events.end(end.code, end.reason);
  return { send: text => socket.send(text), close: () => socket.close() };
}

function openStream(events) {
  const random = crypto.getRandomValues(new Uint32Array(4));
  const session = new URL(`000/${[...random].map(word => word.toString(36)).join("")}/`, base);
  const source = new EventSource(new URL("eventsource", session));
  let sending = Promise.resolve();
  const end = (code, reason) => {
    source.close();
    events.end(code, reason);
  };
  const send = async text => {
    const answer = await fetch(new URL("xhr_send", session), { method: "POST", body: JSON.stringify([text]) });
    if (!answer.ok)
      end(answer.status, "");
  };

  source.onmessage = ({ data }) => {
    if (data.startsWith("o"))
      events.open();
    else if (data.startsWith("a"))
      JSON.parse(data.slice(1)).forEach(events.message);
    else if (data.startsWith("c"))
      end(...JSON.parse(data.slice(1)));
  };
  // It would try again by itself, but for a session that may be gone.
  source.onerror = () => end(0, "");
  // One after the other, as they would overtake each other.
  return { send: text => (sending = sending.then(() => send(text)).catch(() => end(0, ""))), close: () => source.close() };
}

export class Connection {
  #ways = [["WebSocket", openSocket], ["server-sent events", openStream]];
  #failures = 0;
  #channel = null;

  /** Called with each message, parsed. */
  onmessage = () => {};

  /** Called with "connecting", "open" and the name of the way, or "waiting" and the seconds until the next try. */
  onstate = () => {};

  send(message) {
    this.#channel?.send(JSON.stringify(message));
  }

  open() {
    const [name, open] = this.#ways[0];
    let channel = null;
    let opened = false;
    let over = false;
    const end = () => {
      if (over)
        return;
      over = true;
      clearTimeout(timer);
      this.#channel = null;
      this.#retry(opened);
    };
    const timer = setTimeout(() => {
      channel?.close();
      end();
    }, patience);

    this.onstate("connecting");
    try {
      channel = open({
        open: () => {
          if (over)
            return;
          opened = true;
          clearTimeout(timer);
          this.#failures = 0;
          this.#channel = channel;
          this.onstate("open", name);
        },
        message: text => over || this.onmessage(JSON.parse(text)),
        end,
      });
    } catch {
      end();
    }
  }

  // A way that never worked gives its place to the other at once; when both have failed there is a pause.
  #retry(opened) {
    if (!opened)
      this.#ways.reverse();
    const pause = ++this.#failures === 1 && !opened ? 0 : Math.min(longestPause, 1000 * 2 ** (this.#failures - 1));
    if (pause > 0)
      this.onstate("waiting", Math.ceil(pause / 1000));
    setTimeout(() => this.open(), pause);
  }
}
