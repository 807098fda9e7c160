// One conversation over the official client, the same in Node.js and in a browser: open, send, collect, close.

// Texts cross the border to the test in ASCII, since lone surrogates do not survive UTF-8.
const toAscii = text => text.replace(/[^ -~]|\\/g, unit => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
const fromAscii = text => text.replace(/\\u([0-9a-f]{4})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));

/**
 * @param SockJS the constructor of the client
 * @param request url; transport, or null for the client's own choice; send, the messages to send when open; closeAfter, how many messages
 *                to receive before closing, or null; closeOn, a text to receive before closing, or null; where both are null, the server
 *                closes; patience with a transport that connects, and the deadline of everything, in milliseconds
 * @returns transport in use; received messages; close event, or null where the deadline passed first
 */
export function converse(SockJS, { url, transport, send, closeAfter, closeOn, patience, deadline }) {
  const result = { transport: null, received: [], close: null };
  // The time-out of a transport follows from the speed of the network; on a busy test machine that is far too short.
  const socket = new SockJS(url, null, { timeout: patience, ...(transport ? { transports: transport } : {}) });

  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(result), deadline);
    const isDone = () => closeAfter !== null && result.received.length >= closeAfter
      || closeOn !== null && result.received.join("").includes(closeOn);
    const closeWhenDone = () => isDone() && socket.close();

    socket.onopen = () => {
      result.transport = socket.transport;
      for (const message of send)
        socket.send(fromAscii(message));
      closeWhenDone();
    };
    socket.onmessage = event => {
      result.received.push(toAscii(event.data));
      closeWhenDone();
    };
    socket.onclose = event => {
      clearTimeout(timer);
      result.close = { code: event.code, reason: event.reason, wasClean: event.wasClean };
      resolve(result);
    };
  });
}
