/** A person or bot that can be mentioned in a group: open_id and name. */
export type Mentionable = { id: string; name: string };

/**
 * Replaces each `@name` of a group member by `<at user_id="…"></at>`. If one name begins with another, the
 * longer one is used; unknown names remain text.
 */
export function withMentions(text: string, all: readonly Mentionable[]): string {
  const longestFirst = all.filter((one) => one.name !== "").toSorted((a, b) => b.name.length - a.name.length);
  let done = "";
  for (let at = 0; at < text.length; ) {
    const hit = text[at] === "@" ? longestFirst.find((one) => text.startsWith(one.name, at + 1)) : undefined;
    if (hit) {
      done += `<at user_id="${hit.id}"></at>`;
      at += 1 + hit.name.length;
    } else {
      done += text[at];
      at += 1;
    }
  }
  return done;
}

/**
 * The text between the last `@` and the caret, for offering names; `undefined` if no mention is being typed.
 */
export function mentionQuery(text: string, caret: number): string | undefined {
  const found = /(?:^|[^\w])@([^\s@]{0,20})$/.exec(text.slice(0, caret));
  return found?.[1];
}
