import { request } from "node:http";
import { expect, test } from "vitest";
import { ANNA, APP_ID, openDesk } from "./desk.ts";

const IM = "/open-apis/im/v1";
const refusal = (code: number, status = 400) => ({
  status,
  body: { code, error: { log_id: expect.any(String) } },
});

async function desk() {
  const opened = await openDesk();
  return { ...opened, auth: await opened.token() };
}

test("malformed JSON and another content type are refused, an empty body is one without fields", async () => {
  const { call, auth } = await desk();
  const send = (body: string, headers = {}) =>
    call("POST", `${IM}/messages?receive_id_type=open_id`, body, { ...auth, ...headers });
  expect(await send('{"receive_id":')).toMatchObject(refusal(9499));
  expect(await send("receive_id=x", { "content-type": "application/x-www-form-urlencoded" })).toMatchObject(
    refusal(9499),
  );
  expect(await send('"text"')).toMatchObject(refusal(99992402));
  expect(await send("")).toMatchObject({
    status: 400,
    body: {
      code: 99992402,
      error: { field_violations: expect.arrayContaining([expect.objectContaining({ field: "receive_id" })]) },
    },
  });
});

test("a missing or unknown receive_id_type names the field", async () => {
  const { post, auth } = await desk();
  const body = { receive_id: ANNA, msg_type: "text", content: '{"text":"x"}' };
  for (const query of ["", "?receive_id_type=fax"]) {
    expect(await post(`${IM}/messages${query}`, body, auth)).toMatchObject({
      body: { code: 99992402, error: { field_violations: [{ field: "receive_id_type" }] } },
    });
  }
});

test("a body of more than a megabyte is refused and the server lives", async () => {
  const { post, call, auth } = await desk();
  expect(await post(`${IM}/messages`, `"${"x".repeat(1_100_000)}"`, auth)).toMatchObject(refusal(9499));
  expect((await call("GET", `${IM}/chats`, undefined, auth)).status).toBe(200);
});

test("a GET with a JSON body, even a broken one, is answered as if it had none", async () => {
  const { url, auth } = await desk();
  for (const body of ["{}", "{broken"]) {
    const status = await new Promise((resolve, reject) => {
      const headers = { ...auth, "content-type": "application/json", "content-length": body.length };
      const sent = request(`${url}${IM}/chats`, { method: "GET", headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
      sent.end(body);
    });
    expect(status).toBe(200);
  }
});

test("unknown endpoints and methods answer 404 in plain text and are kept for the inspector", async () => {
  const { call, auth } = await desk();
  for (const wrong of [
    await call("POST", "/open-apis/im/v1/telepathy", {}, auth),
    await call("DELETE", `${IM}/chats`, undefined, auth),
    await call("GET", "/favicon.ico"),
  ]) {
    expect(wrong).toMatchObject({ status: 404, text: "404 page not found" });
    expect(wrong.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  }
  const { body } = await call("GET", "/sandbox/exchanges?path=telepathy");
  expect(body).toMatchObject({ exchanges: [{ method: "POST", status: 404, direction: "from_bot" }] });
});

test("uploads: nothing, too much, no picture, no form", async () => {
  const { url, auth } = await desk();
  const upload = async (path: string, fields: Record<string, string | Uint8Array>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      form.append(name, typeof value === "string" ? value : new Blob([Uint8Array.from(value)]));
    }
    const response = await fetch(url + path, { method: "POST", headers: auth, body: form });
    return { status: response.status, body: await response.json() };
  };
  const image = (bytes: Uint8Array) => upload(`${IM}/images`, { image_type: "message", image: bytes });
  const file = (bytes: Uint8Array) =>
    upload(`${IM}/files`, { file_type: "stream", file_name: "a.bin", file: bytes });
  expect(await image(new Uint8Array())).toMatchObject(refusal(234010));
  expect(await image(new Uint8Array(11 * 1_048_576))).toMatchObject(refusal(234006));
  expect(await image(Buffer.from("not a picture"))).toMatchObject(refusal(234011));
  expect(await upload(`${IM}/images`, { image_type: "message" })).toMatchObject(refusal(234001));
  expect(await upload(`${IM}/images`, { image_type: "poster", image: Buffer.from("x") })).toMatchObject(
    refusal(234001),
  );
  expect(await file(new Uint8Array())).toMatchObject(refusal(234010));
  expect(await file(new Uint8Array(31 * 1_048_576))).toMatchObject(refusal(234006));
  expect(await file(new Uint8Array(33 * 1_048_576))).toMatchObject(refusal(234006));
  expect(
    await upload(`${IM}/files`, { file_type: "smell", file_name: "a", file: Buffer.from("x") }),
  ).toMatchObject(refusal(234001));
  for (const [type, body] of [
    ["application/json", "{}"],
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=b", "--b\r\n"],
  ]) {
    const headers = { ...auth, "content-type": type ?? "" };
    const response = await fetch(`${url}${IM}/images`, { method: "POST", headers, body: body ?? "" });
    expect({ status: response.status, body: await response.json() }).toMatchObject(refusal(234001));
  }
});

test("a picture too large in pixels is refused by its header alone", async () => {
  const { url, auth } = await desk();
  const png = Buffer.alloc(33);
  Buffer.from("89504e470d0a1a0a", "hex").copy(png);
  png.writeUInt32BE(12_001, 16);
  png.writeUInt32BE(10, 20);
  const form = new FormData();
  form.append("image_type", "message");
  form.append("image", new Blob([Uint8Array.from(png)]));
  const response = await fetch(`${url}${IM}/images`, { method: "POST", headers: auth, body: form });
  expect({ status: response.status, body: await response.json() }).toMatchObject(refusal(234039));
});

test("acts that are no acts say what is wrong", async () => {
  const { post, act } = await desk();
  const wrong = (body: unknown, headers = {}) => post("/sandbox/act", body, headers);
  expect(await wrong({ act: "dance", as: ANNA })).toMatchObject({
    status: 400,
    body: { ok: false, error: expect.any(String) },
  });
  expect(await wrong("{")).toMatchObject({ status: 400 });
  expect(
    await wrong({ act: "enter", as: ANNA, app_id: APP_ID }, { "content-type": "text/plain" }),
  ).toMatchObject({ status: 400 });
  expect(await wrong({ act: "send", as: ANNA, content: { kind: "text", text: "to whom?" } })).toMatchObject({
    status: 400,
  });
  expect(
    await act({ act: "send", as: "ou_gone", app_id: APP_ID, content: { kind: "text", text: "x" } }),
  ).toMatchObject({
    status: 400,
    body: { error: "Gone has resigned" },
  });
  const base64 = Buffer.from("no picture").toString("base64");
  const image = {
    act: "send",
    as: ANNA,
    app_id: APP_ID,
    content: { kind: "image", name: "a.png", base64 },
  } as const;
  expect(await act(image)).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining("send it as a file") },
  });
  const empty = { ...image, content: { kind: "file", name: "a.txt", base64: "" } } as const;
  expect(await act(empty)).toMatchObject({ status: 400, body: { error: "a.txt is empty" } });
  expect(await act({ act: "menu", as: ANNA, app_id: APP_ID, event_key: "no item" })).toMatchObject({
    status: 400,
  });
  expect(await act({ act: "add_bot", as: ANNA, chat_id: "oc_group", app_id: APP_ID })).toMatchObject({
    status: 400,
  });
  expect(await act({ act: "create_group", as: ANNA, name: "x", members: ["ou_nobody"] })).toMatchObject({
    status: 400,
  });
});
