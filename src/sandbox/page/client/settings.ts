import * as z from "zod/mini";

const shape = z.object({
  /** Chosen by hand; by default the acting person's language. */
  locale: z.optional(z.enum(["zh_cn", "en_us"])),
  /** Chosen by hand; by default the system's preference. */
  theme: z.optional(z.enum(["light", "dark"])),
  /** The open developer tool, if any. */
  tool: z.optional(z.enum(["exchanges", "faults", "templates", "console"])),
  /** Whether the list of people is open; by default only in wide windows. */
  people: z.optional(z.boolean()),
  /** Whether what a first visitor is told is shown; by default it is. */
  guide: z.optional(z.boolean()),
});

export type Settings = z.infer<typeof shape>;
export type Tool = NonNullable<Settings["tool"]>;

const key = "sandbox-page";

/** The page's settings in this browser; defaults if nothing readable is stored. */
export function loadSettings(): Settings {
  try {
    const known = z.safeParse(shape, JSON.parse(localStorage.getItem(key) ?? ""));
    if (known.success) return known.data;
  } catch {
    // Nothing stored, or storage disabled: use the defaults.
  }
  return {};
}

/** Stores the page's settings in this browser, if it allows. */
export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // Storage may be unavailable, as in private windows; the choice then lasts until the page is closed.
  }
}
