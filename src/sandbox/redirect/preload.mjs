import { errorMonitor } from "node:events";
import { Socket } from "node:net";

// Loaded into a Node program by `feishu-sandbox run` (NODE_OPTIONS --import): redirects connections from the platform's
// hosts to the sandbox. This works for every client library, because all of them call this method. TLS is unchanged:
// the program trusts the sandbox's certificate through NODE_EXTRA_CA_CERTS.

const { address, ports, hosts } = JSON.parse(
  process.env.FEISHU_SANDBOX_REDIRECT ?? '{"hosts":[],"ports":{}}',
);
const connect = Socket.prototype.connect;

Socket.prototype.connect = function redirectedConnect(...args) {
  const [first, second] = args;
  // Node passes normalized arguments as one marked array whose first item is the options.
  const isSorted = Array.isArray(first);
  const options = isSorted ? first[0] : first;
  if (options !== null && typeof options === "object") {
    const to = targetOf(options.host, options.port);
    if (to === undefined) return connect.apply(this, args);
    explainFailure(this, options.host);
    const moved = { ...options, ...to };
    if (isSorted) Reflect.set(first, 0, moved);
    return connect.call(this, isSorted ? first : moved, ...args.slice(1));
  }
  const to = targetOf(second, first);
  if (to === undefined) return connect.apply(this, args);
  explainFailure(this, second);
  return connect.call(this, to.port, to.host, ...args.slice(2));
};

function targetOf(host, port) {
  const there = hosts.includes(host) ? ports[port] : undefined;
  return there === undefined ? undefined : { host: address, port: there };
}

// A program with its own list of certificate authorities does not trust the sandbox's and cannot be redirected. Its own
// error message would not explain that.
function explainFailure(socket, host) {
  let isSecure = false;
  socket.once("secureConnect", () => {
    isSecure = true;
  });
  socket.once(errorMonitor, (error) => {
    if (isSecure || !socket.encrypted || error.code === "ECONNREFUSED") return;
    console.error(
      `feishu-sandbox: ${host} was redirected to the sandbox, but the program does not accept its certificate (${error.code ?? error.message}). A program that pins certificates, or brings its own list of authorities, cannot be redirected.`,
    );
  });
}
