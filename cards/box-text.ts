/** Characters a box holds: the platform's most, and those of a number or a day. */
const BOX = 1000;
export const SHORT_BOX = 100;

/** What stands in a box: a text that is longer can only have come by a message. */
export function boxed(value: string, short?: true): string {
  const [characters, most] = [[...value], short ? SHORT_BOX : BOX];
  return characters.length > most ? `${characters.slice(0, most - 2).join("")}……` : value;
}
