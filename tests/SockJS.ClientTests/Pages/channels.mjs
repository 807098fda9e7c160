// Several channels over one connection, by the client of websocket-multiplex, the same in Node.js and in a browser.

/**
 * @param SockJS the constructor of the client
 * @param WebSocketMultiplex the constructor of the client of channels
 * @param request url; transport; channels, each with its topic, send, the messages to send when it is open, and closeAfter, how many
 *                messages to receive before closing it, or null to wait until the server closes it; last, one more channel, which sends when
 *                all others are closed, and closes the connection instead of itself; patience and deadline in milliseconds
 * @returns transport in use; of each topic whether it opened, the received messages and whether it closed; close event of the connection,
 *          or null where the deadline passed first
 */
export function multiplex(SockJS, WebSocketMultiplex, { url, transport, channels, last, patience, deadline }) {
  const result = { transport: null, channels: {}, close: null };
  const socket = new SockJS(url, null, { timeout: patience, transports: transport });
  const multiplexer = new WebSocketMultiplex(socket);

  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(result), deadline);
    socket.onclose = event => {
      clearTimeout(timer);
      result.close = { code: event.code, reason: event.reason, wasClean: event.wasClean };
      resolve(result);
    };

    const lastChannel = open(last, () => {}, () => socket.close());
    let remaining = channels.length;
    for (const request of channels) {
      const channel = open(request, () => request.send.forEach(message => channel.send(message)), () => channel.close());
      channel.onclose = () => {
        result.channels[request.topic].closed = true;
        if (--remaining === 0)
          last.send.forEach(message => lastChannel.send(message));
      };
    }
  });

  function open({ topic, closeAfter }, onopen, done) {
    const outcome = result.channels[topic] = { opened: false, received: [], closed: false };
    const channel = multiplexer.channel(topic);
    channel.onopen = () => {
      result.transport = socket.transport;
      outcome.opened = true;
      onopen();
    };
    channel.onmessage = event => {
      if (outcome.received.push(event.data) === closeAfter)
        done();
    };
    channel.onclose = () => outcome.closed = true;
    return channel;
  }
}
