import { expect, test } from "vitest";
import { userIds } from "../../../src/sandbox/ids.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { ANNA, APP_ID, CONFIG, card, OTHER_APP_ID, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const interactive = (...elements: unknown[]) => ({
  params: { receive_id_type: "open_id" as const },
  data: { receive_id: ANNA, msg_type: "interactive", content: JSON.stringify(card(...elements)) },
});

test("a card shows the pictures its own app uploaded, nobody else's", async () => {
  const desk = await openDesk();
  const upload = async (client: ReturnType<typeof sdkClient>) =>
    (await client.im.v1.image.create({ data: { image_type: "message", image: PNG } }))?.image_key ?? "";
  const own = sdkClient(desk);
  const img = (img_key: string) => ({ tag: "img", img_key, alt: { tag: "plain_text", content: "" } });
  expect((await own.im.v1.message.create(interactive(img(await upload(own))))).code).toBe(0);
  const foreign = await upload(sdkClient(desk, OTHER_APP_ID));
  expect(await refusalOf(own.im.v1.message.create(interactive(img(foreign))))).toMatchObject({
    code: 230099,
    msg: `Failed to create card content, ext=ErrCode: 200570; ErrMsg: card contains invalid image keys; ErrorValue: image key ${foreign}; `,
  });
});

test("people in a card are known by any of their ids, and bots by theirs", async () => {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const bot = (await desk.state()).apps[0]?.bot_open_id;
  const known = [ANNA, ...Object.values(userIds(ANNA)), bot, "all"];
  const at = known.map((id) => ({ tag: "markdown", content: `<at id=${id}></at>` }));
  expect((await client.im.v1.message.create(interactive(...at))).code).toBe(0);
  for (const element of [
    { tag: "markdown", content: "<at id=ou_nobody></at>" },
    { tag: "person", user_id: "on_nobody" },
  ]) {
    expect(await refusalOf(client.im.v1.message.create(interactive(element)))).toMatchObject({
      msg: expect.stringContaining("ErrCode: 100290"),
    });
  }
});

test("the configuration chooses another reading of the card rules", async () => {
  const select = { tag: "multi_select_person" };
  const strict = await openDesk({ card_mode: "documented" });
  expect(await refusalOf(sdkClient(strict).im.v1.message.create(interactive(select)))).toMatchObject({
    code: 230099,
  });
  const mild = await openDesk({ card_switches: { "standalone-multi-select": "allow" } });
  expect((await sdkClient(mild).im.v1.message.create(interactive(select))).code).toBe(0);
});

test("an app may be held to the published tables while the others are judged by what is known", async () => {
  const wide = { ...card(), config: { wide_screen_mode: true } };
  const apps = CONFIG.apps?.map((app) =>
    app.app_id === OTHER_APP_ID ? { ...app, card_mode: "documented" as const } : app,
  );
  const desk = await openDesk({ ...(apps && { apps }) });
  const send = (appId: string) =>
    sdkClient(desk, appId).im.v1.message.create({
      params: { receive_id_type: "open_id" },
      data: { receive_id: ANNA, msg_type: "interactive", content: JSON.stringify(wide) },
    });
  expect((await send(APP_ID)).code).toBe(0);
  expect(await refusalOf(send(OTHER_APP_ID))).toMatchObject({ code: 230099 });
});

test("a configuration with a wrong console setting is refused with its path", async () => {
  const [app] = CONFIG.apps ?? [];
  const wrong = async (given: object) =>
    startSandbox({ ...CONFIG, ...given }).then(
      () => "started",
      (error: unknown) => String(error),
    );
  const settings = (given: object) => wrong({ apps: [{ ...app, ...given }] });
  expect(await settings({ event_mode: "pigeon" })).toContain("apps.0.event_mode");
  expect(await settings({ redirect_urls: ["ftp://example.com"] })).toContain("apps.0.redirect_urls.0");
  expect(await settings({ available_to: ["Nobody"] })).toContain("apps: Clerk names Nobody");
  expect(await wrong({ card_mode: "strict" })).toContain("card_mode");
  expect(await wrong({ card_switches: { kilobyte: "999" } })).toContain("card_switches.kilobyte");
  expect(await wrong({ card_switches: { "chart-in-forms": "allow" } })).toContain("chart-in-forms");
});
