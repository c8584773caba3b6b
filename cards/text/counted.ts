/** A number with what it counts, in English: `1 day`, `3 days`, `1 person or group`. */
export function counted(n: number, one: string, several = `${one}s`): string {
  return `${n} ${n === 1 ? one : several}`;
}
