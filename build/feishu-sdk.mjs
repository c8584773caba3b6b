// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// The official SDK has a generated class for each of the platform's seventy subjects, with every call of it twice. Of these
// thousand calls we use a dozen, and the others are most of its six megabytes. Both bundles leave them out; a Worker takes
// the file that `node build/feishu-sdk.mjs` writes.

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CALLS = join(ROOT, "src/feishu");
const SDK = join(ROOT, "node_modules/@larksuiteoapi/node-sdk/es/index.js");
const OUT = join(ROOT, "dist/feishu-sdk.mjs");

/** A generated class with its one subject, such as `this.im = {`. */
const GENERATED =
  /^(class Client\$\S+(?: extends Client\$\S+)?) \{\n {4}constructor\(\) \{\n(?: {8}super\(\.\.\.arguments\);)?[\s\S]*?^\}$/gm;
const SUBJECT = /^ {8}this\.(\w+) = /gm;

/**
 * The SDK's text without the calls that our own sources never name.
 * @param {string} sdk
 */
export function trimmed(sdk) {
  const used = callsUsed();
  return sdk.replace(GENERATED, (whole, head) => {
    const subjects = [...whole.matchAll(SUBJECT)].map(([, subject = ""]) => subject);
    if (subjects.length === 0) return whole;
    const [subject = ""] = subjects;
    if (!named(used, subject)) return `${head} {}`;
    return subjects.length > 1 ? whole : membersUsed(whole, used, subject, 12);
  });
}

/**
 * A subject's text with only the versions, resources and calls that are used.
 * @param {string} text
 * @param {readonly string[]} used
 * @param {string} path what the text is the inside of, such as `im.v1`
 * @param {number} indent of its members: 4 more for each step down
 * @returns {string}
 */
function membersUsed(text, used, path, indent) {
  const member = new RegExp(`^ {${indent}}(\\w+): [^\\n]*\\{\\n[\\s\\S]*?^ {${indent}}\\}\\)?,?\\n`, "gm");
  return text.replace(member, (whole, name) => {
    const inside = `${path}.${name}`;
    if (!named(used, inside)) return "";
    return used.includes(inside) ? whole : membersUsed(whole, used, inside, indent + 4);
  });
}

/** @param {readonly string[]} used @param {string} path */
const named = (used, path) => used.some((call) => call === path || call.startsWith(`${path}.`));

/** Our calls' paths, such as `im.v1.message.create`, from `client.im.…` in our sources. */
export function callsUsed() {
  const texts = readdirSync(CALLS).map((file) => readFileSync(join(CALLS, file), "utf8"));
  const calls = texts.flatMap((text) => [...text.matchAll(/\bclient\s*((?:\.\w+\s*){4})\(/g)]);
  return [...new Set(calls.map(([, path = ""]) => path.replace(/\s/g, "").slice(1)))].toSorted();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(OUT, trimmed(readFileSync(SDK, "utf8")));
}
