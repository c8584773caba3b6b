import type { TemplateVersion } from "./card/templates.ts";
import type { CardSwitches } from "./card-rules/card-switches.ts";
import type { CardMode } from "./card-rules/rule-book.ts";
import type { DeliveryMode, SandboxApp, SandboxPerson } from "./protocol.ts";
import type { ScriptFile } from "./scripts/script-schema.ts";

/** The file of `npm run sandbox -- --config FILE`. Every field has a default. */
export type SandboxConfig = {
  apps?: Array<{
    app_id?: string;
    app_secret?: string;
    encrypt_key?: string;
    verification_token?: string;
    name?: string;
    event_url?: string;
    callback_url?: string;
    /** Default webhook. */
    event_mode?: DeliveryMode;
    callback_mode?: DeliveryMode;
    /** Whether settings act only once a version is published; default false, and everything is published. */
    strict?: boolean;
    events?: string[];
    callbacks?: string[];
    scopes?: string[];
    /** People by open_id or name. */
    available_to?: string[];
    redirect_urls?: string[];
    /** How this app's cards are judged, when apart from `card_mode`. */
    card_mode?: CardMode;
    menu?: SandboxApp["menu"];
  }>;
  people?: Array<Partial<SandboxPerson> & { name: string }>;
  /** Members by open_id or name. */
  groups?: Array<{
    name: string;
    members: string[];
    bots?: string[];
    chat_id?: string;
    /** Custom bots, reached under `/open-apis/bot/v2/hook/TOKEN`; with a `secret` their sends have to be signed. */
    hooks?: Array<{ name: string; token?: string; secret?: string; keywords?: string[] }>;
  }>;
  /** ISO time the clock starts at; default the real time. */
  now?: string;
  /** A URL that is told `{"now": ISO}` by POST whenever the clock is moved (a bot's rehearsal clock). */
  clock_url?: string;
  title?: string;
  title_en?: string;
  /** Moments the page offers to move the clock to while they are to come; `at` is ISO with its offset. */
  moments?: Array<{ title: string; title_en?: string; at: string }>;
  /** How cards are judged: by what is known of the real platform (default), or by its published tables. */
  card_mode?: CardMode;
  /** Single readings of the card rules apart from the mode, such as `{"chart-in-form": "allow"}`. */
  card_switches?: CardSwitches;
  /** Card templates made in the console; a string `${name}` in the card is a variable. */
  templates?: TemplateVersion[];
  /** Switches that are on from the start, as `POST /sandbox/faults` takes them, such as `{"limits_off": true}`. */
  faults?: Record<string, unknown>;
  /** Scripts (scripts/script-schema.ts) that can be played by their title, such as from a page. */
  scripts?: ScriptFile[];
};
