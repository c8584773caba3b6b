/** Sentences of two texts that only one of them has, in their order. */
export function sentenceDifference(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  return { gone: old.filter((one) => !now.includes(one)), come: now.filter((one) => !old.includes(one)) };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。；！？;!?])|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
