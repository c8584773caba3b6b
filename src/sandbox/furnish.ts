import { randomBytes } from "node:crypto";
import { addHook } from "./change-hooks.ts";
import { madeStrict } from "./console/settings.ts";
import { freshId, steadyId } from "./ids.ts";
import type { SandboxPerson } from "./protocol.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxConfig } from "./sandbox-config.ts";
import type { AppRecord, Store } from "./store.ts";

const DEFAULT_PEOPLE: NonNullable<SandboxConfig["people"]> = [
  { name: "王晓梅", en_name: "Wang Xiaomei", title: "产品经理" },
  { name: "李建国", en_name: "Li Jianguo", title: "研发" },
  { name: "张颖", en_name: "Zhang Ying", title: "设计" },
  { name: "Alex Chen", en_name: "Alex Chen", title: "Operations", locale: "en_us" },
];

const DEFAULT_GROUPS: NonNullable<SandboxConfig["groups"]> = [
  { name: "项目周会", members: ["王晓梅", "李建国", "张颖"], bots: [] },
  { name: "全体成员", members: DEFAULT_PEOPLE.map((person) => person.name) },
];

/**
 * Fills an empty sandbox from a validated configuration. People are given by open_id or name, bots by app_id
 * or name; without `bots` a group contains every app. Throws a readable message for a person or app that does
 * not exist or is given twice.
 */
export function furnish(
  { store, templates }: Pick<Sandbox, "store" | "templates">,
  config: SandboxConfig,
): void {
  for (const template of config.templates ?? []) {
    const published = templates.publish(template);
    if (!published.ok) throw new Error(`templates: ${published.error}`);
  }
  const given = new Map<string, NonNullable<SandboxConfig["apps"]>[number]>();
  for (const app of config.apps ?? [{}]) {
    const record = appRecord(app);
    if (store.app(record.app_id) !== undefined) throw new Error(`apps: ${record.app_id} is there twice`);
    given.set(store.putApp(record).app_id, app);
  }
  for (const one of config.people ?? DEFAULT_PEOPLE) {
    const person = personRecord(one);
    if (store.person(person.open_id) !== undefined) {
      throw new Error(`people: ${person.name} is there twice; give each an open_id`);
    }
    store.putPerson(person);
  }
  for (const app of store.apps()) finishApp(store, app, given.get(app.app_id) ?? {});
  for (const group of config.groups ?? (config.people === undefined ? DEFAULT_GROUPS : [])) {
    const bots = group.bots ?? store.apps().map((app) => app.app_id);
    const chat = store.putChat({
      chat_id: group.chat_id ?? steadyId("oc_", group.name),
      type: "group",
      name: group.name,
      ...(group.en_name === undefined ? {} : { en_name: group.en_name }),
      members: group.members.map((who) => findPerson(store, who, `groups: ${group.name}`)),
      bots: bots.map((bot) => findApp(store, bot, group.name)),
      dissolved: false,
    });
    for (const hook of group.hooks ?? []) {
      const added = addHook(store, store.chat(chat.chat_id) ?? chat, hook);
      if (!added.ok) throw new Error(`groups: ${group.name}: ${added.error}`);
    }
  }
}

// Runs after the people exist: sets the app's availability, and the draft of a strict app.
function finishApp(
  store: Store,
  app: AppRecord,
  { available_to, strict }: NonNullable<SandboxConfig["apps"]>[number],
): void {
  const people = available_to?.map((who) => findPerson(store, who, `apps: ${app.name}`));
  const whole = people === undefined ? app : { ...app, available_to: people };
  store.putApp(strict === true ? madeStrict(whole, false) : whole);
}

function appRecord(given: NonNullable<SandboxConfig["apps"]>[number]): AppRecord {
  const app_id = given.app_id ?? freshId("cli_", 16);
  return {
    app_id,
    app_secret: given.app_secret ?? randomBytes(16).toString("hex"),
    encrypt_key: given.encrypt_key ?? randomBytes(16).toString("hex"),
    verification_token: given.verification_token ?? randomBytes(16).toString("hex"),
    name: given.name ?? "机器人",
    bot_open_id: steadyId("ou_", `bot ${app_id}`),
    event_url: given.event_url ?? "",
    callback_url: given.callback_url ?? "",
    event_mode: given.event_mode ?? "webhook",
    callback_mode: given.callback_mode ?? "webhook",
    ...(given.events === undefined ? {} : { events: given.events }),
    ...(given.callbacks === undefined ? {} : { callbacks: given.callbacks }),
    ...(given.scopes === undefined ? {} : { scopes: given.scopes }),
    ...(given.redirect_urls === undefined ? {} : { redirect_urls: given.redirect_urls }),
    ...(given.card_mode === undefined ? {} : { card_mode: given.card_mode }),
    menu: given.menu ?? [],
  };
}

function personRecord(given: NonNullable<SandboxConfig["people"]>[number]): SandboxPerson {
  return {
    title: "",
    locale: "zh_cn",
    resigned: false,
    ...given,
    open_id: given.open_id ?? steadyId("ou_", given.name),
    en_name: given.en_name ?? given.name,
  };
}

function findPerson(store: Store, who: string, where: string): string {
  if (store.person(who) !== undefined) return who;
  const named = store.people().filter((person) => person.name === who);
  const [only] = named;
  if (only === undefined) throw new Error(`${where} names ${who}, who is not among the people`);
  if (named.length > 1) throw new Error(`${where} names ${who}, and several people have that name`);
  return only.open_id;
}

function findApp(store: Store, bot: string, group: string): string {
  const app = store.app(bot) ?? store.apps().find((one) => one.name === bot);
  if (app === undefined)
    throw new Error(`groups: ${group} names the bot ${bot}, which is not among the apps`);
  return app.app_id;
}
