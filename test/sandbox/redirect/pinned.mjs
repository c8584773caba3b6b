import { request } from "node:https";

// A program that believes only its own list of authorities.
const sent = request("https://open.feishu.cn/", {
  ca: ["-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"],
});
sent.on("error", (error) => {
  console.log(error.code);
  process.exitCode = 3;
});
sent.end();
