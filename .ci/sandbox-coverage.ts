import { readFileSync, writeFileSync } from "node:fs";
import { coverageTables } from "../src/sandbox/coverage.ts";

// Writes the tables of what the sandbox has of the platform into its documentation.

const FILE = "docs/sandbox.md";
const between = /(<!-- coverage -->\n)[\s\S]*(<!-- end of coverage -->)/;
const text = readFileSync(FILE, "utf8");
writeFileSync(
  FILE,
  text.replace(between, (_all, before: string, after: string) => `${before}${coverageTables()}\n${after}`),
);
