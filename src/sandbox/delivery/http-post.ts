import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

const CONNECT_MS = 2_000;
const LONGEST_ANSWER = 1_048_576;

export type Posted =
  | { ok: true; status: number; body: string; ms: number }
  | { ok: false; failure: "timeout" | "connect" | "dns" | "no_target" | "other"; reason: string; ms: number };

/**
 * One POST under the platform's limits: 2 s to connect, `deadlineMs` in total, redirects not followed
 * (feishu-contract 1.1). Never throws.
 */
export function httpPost(
  url: string,
  body: string,
  headers: Record<string, string>,
  deadlineMs: number,
): Promise<Posted> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  return new Promise((resolve) => {
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    const bytes = Buffer.from(body);
    const request = send(url, {
      method: "POST",
      agent: false,
      headers: { ...headers, "content-length": bytes.length },
    });
    const finish = (posted: Posted) => {
      clearTimeout(connecting);
      clearTimeout(whole);
      resolve(posted);
      request.destroy();
    };
    const fail = (failure: "timeout" | "connect" | "dns" | "other", reason: string) =>
      finish({ ok: false, failure, reason, ms: ms() });
    const connecting = setTimeout(
      () => fail("connect", "no connection in 2 s"),
      Math.min(CONNECT_MS, deadlineMs),
    );
    const whole = setTimeout(() => fail("timeout", `no answer in ${deadlineMs} ms`), deadlineMs);
    request.on("socket", (socket) => socket.once("connect", () => clearTimeout(connecting)));
    request.on("error", (error) => fail(failureOf(error), error.message));
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
        if (size > LONGEST_ANSWER) fail("other", "the answer is larger than 1 MiB");
        else parts.push(part);
      });
      response.on("error", (error) => fail("other", error.message));
      response.on("end", () =>
        finish({
          ok: true,
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString("utf8"),
          ms: ms(),
        }),
      );
    });
    request.end(bytes);
  });
}

function failureOf(error: Error): "connect" | "dns" | "other" {
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "dns";
  if (code === "ECONNREFUSED" || code === "EHOSTUNREACH" || code === "ENETUNREACH") return "connect";
  return "other";
}
