import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFeishu } from "../../src/feishu/client.ts";
import { FeishuRefused, FeishuUnreachable } from "../../src/feishu/feishu-error.ts";
import { refusalKind } from "../../src/feishu/refusal-kind.ts";
import { appSecret, type Platform, reply, startPlatform, tokenPath } from "./platform.ts";

const messages = "/open-apis/im/v1/messages";
const message = {
  receiveIdType: "open_id",
  receiveId: "ou_1",
  msgType: "interactive",
  content: '{"secret card":"body"}',
  uuid: "u-1",
} as const;

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform();
});
afterEach(() => platform.stop());

const failing = (timeoutMs?: number): Promise<unknown> =>
  platform
    .connect(timeoutMs)
    .sendMessage(message)
    .then(() => {
      throw new Error("it was taken");
    })
    .catch((error: unknown) => error);

const refused = async (
  status: number,
  body: unknown,
  headers?: Record<string, string>,
): Promise<FeishuRefused> => {
  platform.on(`POST ${messages}`, (_, response) => reply(response, status, body, headers));
  const error = await failing();
  if (!(error instanceof FeishuRefused)) throw error;
  return error;
};

const unanswered = async (timeoutMs?: number): Promise<FeishuUnreachable> => {
  const error = await failing(timeoutMs);
  if (!(error instanceof FeishuUnreachable)) throw error;
  return error;
};

describe("a refusal", () => {
  it("says who refused what, and under which log id", async () => {
    const error = await refused(400, {
      code: 230002,
      msg: "Bot is not in the group",
      error: { log_id: "log-1" },
    });
    expect(error.message).toBe(
      "POST /open-apis/im/v1/messages refused: 230002 Bot is not in the group (log log-1)",
    );
    expect(error).toMatchObject({ code: 230002, status: 400, logId: "log-1", subCode: undefined });
  });

  it("hidden in HTTP 200 is a refusal all the same", async () => {
    expect(await refused(200, { code: 230013, msg: "no availability" })).toMatchObject({
      code: 230013,
      status: 200,
    });
  });

  it("takes the log id from the header when the body has none", async () => {
    expect(await refused(400, { code: 1, msg: "" }, { "x-tt-logid": "log-2" })).toMatchObject({
      logId: "log-2",
    });
  });

  it("for speed says how long to wait", async () => {
    const error = await refused(429, { code: 99991400, msg: "limit" }, { "x-ogw-ratelimit-reset": "7" });
    expect(error).toMatchObject({ code: 99991400, retryAfterMs: 7000 });
  });

  it("of a card carries what was wrong with it", async () => {
    const msg = "Failed to create card content, ext=ErrCode: 200861; ErrMsg: unsupported tag;";
    expect(await refused(400, { code: 230099, msg })).toMatchObject({ code: 230099, subCode: 200861 });
  });

  it.each([502, 404, 301])("from a gateway (%i, no JSON) has the status for a code", async (status) => {
    platform.on(`POST ${messages}`, (_, response) =>
      response.writeHead(status, { location: `${platform.domain}/elsewhere` }).end("<html>"),
    );
    expect(await failing()).toMatchObject({ name: "FeishuRefused", code: status, status });
    expect(platform.asked("/elsewhere")).toEqual([]);
  });
});

describe("no answer", () => {
  it("in time may have happened", async () => {
    platform.on(`POST ${messages}`, () => undefined);
    expect(await unanswered(600)).toMatchObject({ mayHaveHappened: true, method: `POST ${messages}` });
  });

  it("before the line broke may have happened", async () => {
    platform.on(`POST ${messages}`, (_, response) => response.destroy());
    expect(await unanswered()).toMatchObject({ mayHaveHappened: true });
  });

  it("that can be read, though the status is good, may have happened", async () => {
    platform.on(`POST ${messages}`, (_, response) => response.end("<html>welcome to the hotel wifi</html>"));
    expect(await unanswered()).toMatchObject({ mayHaveHappened: true });
    platform.on(`POST ${messages}`, (_, response) => reply(response, 200, { code: 0, msg: "ok", data: {} }));
    expect(await unanswered()).toMatchObject({ mayHaveHappened: true });
  });

  it("to the token request means that nothing was sent", async () => {
    platform.on(`POST ${tokenPath}`, () => undefined);
    expect(await unanswered(600)).toMatchObject({ mayHaveHappened: false });
    expect(platform.asked(messages)).toEqual([]);
  });

  it("because nobody listens means that nothing was sent", async () => {
    const close = { connection: "close" };
    platform.on(`POST ${tokenPath}`, (_, response) =>
      reply(response, 200, { code: 0, msg: "ok", tenant_access_token: "t-1", expire: 7200 }, close),
    );
    platform.on(`POST ${messages}`, (_, response) => reply(response, 400, { code: 1, msg: "" }, close));
    const feishu = platform.connect();
    await expect(feishu.sendMessage(message)).rejects.toBeInstanceOf(FeishuRefused);
    await platform.stop();
    await expect(feishu.sendMessage(message)).rejects.toMatchObject({
      name: "FeishuUnreachable",
      mayHaveHappened: false,
    });
  });
});

describe("what to do after a refusal", () => {
  const kind = (code: number, status = 400, msg = "") =>
    refusalKind(new FeishuRefused({ code, msg, method: "POST /", status, logId: "" }));

  it.each([
    ["too fast", 99991400, 429],
    ["too fast for one person", 230020, 400],
    ["the same uuid under way", 230049, 400],
    ["an expired token", 99991663, 400],
    ["a wrong secret, until it is put right", 10015, 400],
    ["a missing permission, until it is given", 99991672, 400],
    ["a server in trouble", 50000, 500],
    ["a gateway without words", 503, 503],
  ])("%s: later", (_, code, status) => expect(kind(code, status)).toBe("later"));

  // Every code that the documents say to retry; the HTTP status is irrelevant (feishu-contract 11).
  it.each(
    [2200, 1500, 1663, 5000, 18121, 55001, 90235].flatMap((code) => [200, 400, 500].map((s) => [code, s])),
  )("%i with HTTP %i, which the documents say to try again: later", (code = 0, status = 0) =>
    expect(kind(code, status)).toBe("later"),
  );

  it.each([
    ["a card that cannot be built", 230099],
    ["a card that is too long", 230025],
    ["sensitive words", 230022],
    ["a phone number in the text", 230028],
  ])("%s: plain text instead", (_, code) => expect(kind(code)).toBe("card"));

  it("a card somebody is pressing this moment: later", () => {
    expect(kind(230099, 400, "ext=ErrCode: 11310; ErrMsg: card action is lock;")).toBe("later");
    expect(kind(230099, 400, "ext=ErrCode: 11310; ErrMsg: element exceeds the limit;")).toBe("card");
  });

  it.each([
    ["the bot left the group", 230002],
    ["outside the app's availability", 230013],
    ["resigned", 230029],
    ["stopped the bot", 230053],
    ["a dissolved chat", 232009],
    ["a card over 14 days old", 230031],
    ["a code nobody knows", 777],
  ])("%s: never", (_, code) => expect(kind(code)).toBe("never"));
});

describe("secrets", () => {
  const mobile = "13800001234";
  const clean = (text: string) => {
    for (const secret of [appSecret, "t-token-", "Bearer t", mobile, "secret card"])
      expect(text).not.toContain(secret);
  };

  const everything = (error: unknown) =>
    [String(error), error instanceof Error ? error.stack : "", JSON.stringify(error), ...platform.log].join(
      "\n",
    );

  it("stay out of logs and errors when the secret is wrong", async () => {
    platform.on(`POST ${tokenPath}`, (seen, response) =>
      reply(response, 400, { code: 10015, msg: `app secret invalid: ${seen.body.toString()}` }),
    );
    const error = await failing();
    expect(error).toMatchObject({ name: "FeishuRefused", code: 10015 });
    clean(everything(error));
  });

  it("stay out of them when the platform echoes the request", async () => {
    platform.on(`POST ${messages}`, (seen, response) => {
      const msg = `upstream failed: authorization: ${seen.headers.get("authorization")}, to +86 ${mobile}`;
      reply(response, 500, { code: 50000, msg });
    });
    const error = await failing();
    expect(error).toMatchObject({ code: 50000 });
    clean(everything(error));
  });

  it("stay out of them on a time-out, a broken line and an unknown host", async () => {
    platform.on(`POST ${messages}`, () => undefined);
    clean(everything(await failing(50)));
    platform.on(`POST ${messages}`, (_, response) => response.destroy());
    clean(everything(await failing()));
    const nowhere = createFeishu({
      appId: "cli_0123456789abcdef",
      appSecret,
      domain: "http://127.0.0.1:9",
      timeoutMs: 1000,
      log: (level, line) => platform.log.push(`${level} ${line}`),
    });
    const error = await nowhere.resolveMobiles([mobile]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FeishuUnreachable);
    clean(everything(error));
  });

  it("leave a failure that is thrown out of the louder logs", async () => {
    await refused(400, { code: 230002, msg: "Bot is not in the group" });
    expect(platform.log.filter((line) => !line.startsWith("debug"))).toEqual([]);
    expect(platform.log.join()).toContain("230002");
  });
});
