// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// The official SDK has a generated class for each of the platform's seventy subjects, of which we call three; the others are
// most of its six megabytes. Both bundles leave them out; a Worker takes the file that `node build/feishu-sdk.mjs` writes.

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CALLS = join(ROOT, "src/feishu");
const SDK = join(ROOT, "node_modules/@larksuiteoapi/node-sdk/es/index.js");
const OUT = join(ROOT, "dist/feishu-sdk.mjs");

/** A generated class with its one subject, such as `this.im = {`. */
const GENERATED =
  /^(class Client\$\S+(?: extends Client\$\S+)?) \{\n {4}constructor\(\) \{\n(?: {8}super\(\.\.\.arguments\);)?[\s\S]*?^\}$/gm;
const SUBJECT = /^ {8}this\.(\w+) = /gm;

/**
 * The SDK's text without the subjects our own sources never name.
 * @param {string} sdk
 */
export function trimmed(sdk) {
  const used = subjectsUsed();
  return sdk.replace(GENERATED, (whole, head) => {
    const subjects = [...whole.matchAll(SUBJECT)].map(([, subject = ""]) => subject);
    const unused = subjects.length > 0 && subjects.every((subject) => !used.has(subject));
    return unused ? `${head} {}` : whole;
  });
}

/** `client.im.…` in our calls. */
export function subjectsUsed() {
  const texts = readdirSync(CALLS).map((file) => readFileSync(join(CALLS, file), "utf8"));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\bclient\s*\.(\w+)\s*\./g)].map(([, name = ""]) => name)),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(OUT, trimmed(readFileSync(SDK, "utf8")));
}
