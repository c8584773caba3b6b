import type { TemplateVersion } from "./card/templates.ts";
import type { CardSwitches } from "./card-rules/card-switches.ts";
import type { CardMode } from "./card-rules/rule-book.ts";
import type { DeliveryMode, SandboxApp, SandboxPerson } from "./protocol.ts";
import type { GuideFile } from "./read-guide.ts";
import type { ScriptFile } from "./scripts/script-schema.ts";

/** The file given with `npm run sandbox -- --config FILE`. Every field has a default. */
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
    /**
     * Whether settings take effect only when a version is published. Default false: everything takes effect
     * at once.
     */
    strict?: boolean;
    events?: string[];
    callbacks?: string[];
    scopes?: string[];
    /** People by open_id or name. */
    available_to?: string[];
    redirect_urls?: string[];
    /** How this app's cards are judged, if other than `card_mode`. */
    card_mode?: CardMode;
    menu?: SandboxApp["menu"];
  }>;
  people?: Array<Partial<SandboxPerson> & { name: string }>;
  /** Members by open_id or name. */
  groups?: Array<{
    name: string;
    en_name?: string;
    members: string[];
    bots?: string[];
    chat_id?: string;
    /**
     * Custom bots, reached at `/open-apis/bot/v2/hook/TOKEN`; those with a `secret` must sign their requests.
     */
    hooks?: Array<{ name: string; token?: string; secret?: string; keywords?: string[] }>;
  }>;
  /** ISO time the clock starts at; default the real time. */
  now?: string;
  /**
   * A URL that gets a POST with `{"now": ISO}` whenever the clock is moved (a bot's rehearsal clock). Asked before with
   * GET: if it answers `{"next": ISO}`, the clock stops at that time on its way.
   */
  clock_url?: string;
  title?: string;
  title_en?: string;
  /** Future times the page offers to move the clock to; `at` is ISO with UTC offset. */
  moments?: Array<{ title: string; title_en?: string; at: string }>;
  /** What the page tells a first visitor, and where it opens. */
  guide?: GuideFile;
  /** How cards are judged: as observed on the real platform (default), or by its published tables. */
  card_mode?: CardMode;
  /** Single switches of the card rules that override the mode, such as `{"chart-in-form": "allow"}`. */
  card_switches?: CardSwitches;
  /** Card templates as made in the console; a string `${name}` in the card is a variable. */
  templates?: TemplateVersion[];
  /**
   * Faults that are on from the start, in the form of `POST /sandbox/faults`, such as `{"limits_off": true}`.
   */
  faults?: Record<string, unknown>;
  /** Scripts (scripts/script-schema.ts) that can be started by title, for example from the page. */
  scripts?: ScriptFile[];
};
