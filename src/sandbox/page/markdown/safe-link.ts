/**
 * The URL if it is safe to open (http, https, mail, telephone), otherwise `undefined`; scripts are never
 * allowed.
 */
export function safeLink(source: string): string | undefined {
  const address = source.trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : undefined;
}
