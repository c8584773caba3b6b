import type { Deps } from "../../deps.ts";
import { CHECKS, type Finding } from "../../domain/finding.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { ofPlatform } from "./platform-checks.ts";
import { ofProgramme } from "./programme-checks.ts";
import { ofStore } from "./store-checks.ts";

/**
 * A look at the whole bot: platform, store, people. Tries what can only be known by trying; sends nothing to anybody.
 * Without credentials the platform is left out. Names are in the reader's language.
 */
export async function examine(deps: Deps, locale: Locale): Promise<Finding[]> {
  const parts = await Promise.all([ofPlatform(deps), ofStore(deps), ofProgramme(deps, locale)]);
  return parts.flat().sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
}
