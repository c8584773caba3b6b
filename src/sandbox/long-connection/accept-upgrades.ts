import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Sandbox } from "../sandbox.ts";
import { MOST_LINKS } from "./links.ts";

const MOST_PAYLOAD = 1_048_576;

type Upgrading = {
  on(event: "upgrade", listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown;
};

/**
 * Accepts WebSocket clients under `/ws/v2` on the platform's port. The ticket of the connect URL is the only
 * credential; a refused handshake gives the reason in the platform's headers (feishu-contract 5.2). The
 * returned function ends every connection.
 */
export function acceptUpgrades(server: Upgrading, sandbox: Pick<Sandbox, "links" | "tickets">): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => {});
    const url = new URL(request.url ?? "/", "http://sandbox");
    if (url.pathname !== "/ws/v2") return refuse(socket, "404 Not Found", {});
    const who = sandbox.tickets.redeem(url.searchParams);
    if (who === undefined) {
      return refuse(socket, "403 Forbidden", { status: "514", message: "auth failed" });
    }
    if (sandbox.links.count(who.appId) >= MOST_LINKS) {
      const code = "1000040350";
      return refuse(socket, "403 Forbidden", { status: "514", message: "exceed connection limit", code });
    }
    sockets.handleUpgrade(request, socket, head, (client) => sandbox.links.open(client, who));
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function refuse(socket: Duplex, status: string, why: { status?: string; message?: string; code?: string }) {
  const lines = [`HTTP/1.1 ${status}`, "Connection: close", "Content-Length: 0"];
  if (why.status !== undefined) lines.push(`Handshake-Status: ${why.status}`);
  if (why.message !== undefined) lines.push(`Handshake-Msg: ${why.message}`);
  if (why.code !== undefined) lines.push(`Handshake-Autherrcode: ${why.code}`);
  socket.end(`${lines.join("\r\n")}\r\n\r\n`);
}
