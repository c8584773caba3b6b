import { readFileSync } from "node:fs";
import { request } from "node:http";
import { get } from "node:https";

// A program that is told of the sandbox as curl is: by a proxy and a list of authorities, without Node's own means.
const { hostname, port } = new URL(process.env.HTTPS_PROXY);
const ca = readFileSync(process.env.SSL_CERT_FILE, "utf8");
const opened = request({ hostname, port, method: "CONNECT", path: "open.feishu.cn:443" });
opened.on("connect", (_, socket) => {
  const page = { socket, ca, agent: false, servername: "open.feishu.cn" };
  get("https://open.feishu.cn/open-apis/nothing", page, (response) => response.pipe(process.stdout));
});
opened.end();
