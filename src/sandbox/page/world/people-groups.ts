import type { SandboxPerson } from "../../protocol.ts";
import type { Locale } from "../card/locale-text.ts";
import { personTitle } from "./person-name.ts";

/** People with the same kind of post; the title is empty for people whose post is unique. */
export type PeopleGroup = { title: string; people: SandboxPerson[] };

const fewest = 3;
const separators = /\s*[·•|/,，、]\s*|\s+-\s+/;

/** The post within a title: "临县 · 审核人" and "审核人（代）" both contain 审核人. */
function postOf(title: string): string {
  return (
    title
      .replace(/\s*[（(][^）)]*[）)]\s*$/, "")
      .split(separators)
      .at(-1) ?? ""
  ).trim();
}

function endings(post: string): string[] {
  const letters = [...post];
  // Compared by character for Chinese, by word where words are separated by spaces.
  const pieces = post.includes(" ") ? post.split(" ") : letters;
  const joint = post.includes(" ") ? " " : "";
  return pieces.map((_, at) => pieces.slice(at).join(joint)).filter((one) => [...one].length >= 2);
}

/** For each post its most frequent ending, the longest of several: "填报人" for "碛口镇填报人" and "西营镇副填报人". */
function sharedEndings(posts: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const post of posts) for (const one of endings(post)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const shared = new Map<string, string>();
  for (const post of new Set(posts)) {
    const [best] = endings(post).sort(
      (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || b.length - a.length,
    );
    if (best !== undefined && (counts.get(best) ?? 0) >= fewest) shared.set(post, best);
  }
  return shared;
}

function matches(person: SandboxPerson, words: readonly string[]): boolean {
  const { name, en_name, title, title_en = "", open_id } = person;
  const all = `${name} ${en_name} ${title} ${title_en} ${open_id}`.toLowerCase();
  return words.every((word) => all.includes(word));
}

/**
 * The people whose name, English name, title or open_id contains every word of the query: by their configured
 * groups, otherwise by kind of post (shared by at least three), in order of first appearance. Titles are in
 * the reader's language.
 */
export function groupPeople(
  people: Iterable<SandboxPerson>,
  query: string,
  locale: Locale = "zh_cn",
): PeopleGroup[] {
  const all = [...people];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const postOfPerson = (person: SandboxPerson): string => postOf(personTitle(person, locale));
  const ungrouped = all.filter((person) => person.group === undefined);
  const shared = sharedEndings(ungrouped.map(postOfPerson));
  const titleOf = (person: SandboxPerson): string => {
    if (person.group === undefined) return shared.get(postOfPerson(person)) ?? "";
    return (locale === "en_us" && person.group_en) || person.group;
  };
  const groups = new Map<string, SandboxPerson[]>();
  for (const person of all) {
    if (!matches(person, words)) continue;
    const title = titleOf(person);
    const group = groups.get(title) ?? [];
    group.push(person);
    groups.set(title, group);
  }
  return [...groups].map(([title, found]) => ({ title, people: found }));
}
