import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { PLATFORM_HOSTS } from "./platform-hosts.ts";

type Tunnelling = {
  on(event: "connect", listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown;
};

/**
 * Makes a server an HTTPS proxy for programs of this machine: connections to the platform's hosts go to the
 * HTTPS server at `frontPort`, all others to their own destination. Returns what cuts all that are open, which the server
 * itself no longer knows of.
 */
export function acceptTunnels(server: Tunnelling, frontPort: number): () => void {
  const open = new Set<Duplex>();
  server.on("connect", (request, socket, head) => {
    socket.on("error", () => {});
    const [, host = "", port = "443"] = (request.url ?? "").match(/^\[?([^\]]+?)\]?:(\d+)$/) ?? [];
    const isOwn = /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? "");
    if (host === "" || !isOwn) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const isPlatform = PLATFORM_HOSTS.includes(host);
    const onward = connect(isPlatform ? frontPort : Number(port), isPlatform ? "127.0.0.1" : host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
    open.add(socket);
    socket.on("close", () => {
      open.delete(socket);
      onward.destroy();
    });
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}
