/** Words cut to so many characters, the last of them an ellipsis. */
export function brief(words: string, most = 30): string {
  const letters = [...words];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : words;
}
