import * as z from "zod/mini";

const shape = z.object({
  /** Chosen by hand; without it the page speaks the acting person's language. */
  locale: z.optional(z.enum(["zh_cn", "en_us"])),
  /** Chosen by hand; without it the system's preference counts. */
  theme: z.optional(z.enum(["light", "dark"])),
  /** The tools beside the chats, if open. */
  tool: z.optional(z.enum(["exchanges", "faults", "templates", "console"])),
  /** Whether the list of people is open; without it, when the window is wide. */
  people: z.optional(z.boolean()),
});

export type Settings = z.infer<typeof shape>;
export type Tool = NonNullable<Settings["tool"]>;

const key = "sandbox-page";

/** What this browser remembers of the page; defaults where nothing, or nothing readable, is stored. */
export function loadSettings(): Settings {
  try {
    const known = z.safeParse(shape, JSON.parse(localStorage.getItem(key) ?? ""));
    if (known.success) return known.data;
  } catch {
    // Nothing stored yet, or storage is switched off: both mean defaults.
  }
  return {};
}

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // Private windows may refuse; the choice then lasts until the page is closed.
  }
}
