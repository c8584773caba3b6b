/** Where the page goes: a person, and a group or, without one, the person's chat with the first bot. */
export type GuidePlace = { as: string; chat_id?: string };

/** What the page tells a first visitor, in both languages. */
export type Guide = {
  opens: GuidePlace;
  opens_en: GuidePlace;
  lines: string[];
  lines_en: string[];
  /** Things to try: go there and choose the menu item, send the text, or start the script. */
  tries: Array<{
    title: string;
    title_en: string;
    place: GuidePlace;
    place_en: GuidePlace;
    menu?: string;
    say?: string;
    say_en?: string;
    script?: string;
  }>;
};
