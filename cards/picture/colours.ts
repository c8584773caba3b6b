import type { Light } from "../../src/domain/scoring/lights.ts";
import type { ProgressRow } from "../../src/domain/views.ts";

// A card is sent once for light and dark clients, so figures stand inside the bars: INK has 4.5:1 on each bar's colour.

/** Figures inside bars. */
export const INK = "#1F2329";
/** Names beside the bars: about 4:1 on white and on a dark card, which no colour exceeds by much on both. */
export const NAMES = "#787E87";
/** What is still to be done: a track visible on light and dark cards. */
export const TRACK = "rgba(143,149,158,0.28)";

export const LIGHT_COLOURS: Record<Light, string> = {
  green: "#43B563",
  yellow: "#F2B705",
  red: "#F0706A",
  grey: "#A8ADB5",
};

export const STATE_COLOURS: Record<ProgressRow["state"], string> = {
  approved: "#43B563",
  submitted: "#5B93FF",
  returned: "#F59B3D",
  draft: "#9CC4F7",
  not_started: TRACK,
};

/** The same in the card's own colour names, for the squares of a legend. */
export const STATE_FONT: Record<ProgressRow["state"], string> = {
  approved: "green-500",
  submitted: "blue-500",
  returned: "orange-500",
  draft: "wathet-400",
  not_started: "grey-400",
};

/** The quarter a question is about, and those before it. */
export const ASKED = "#5B93FF";
export const BEFORE = "#B9CDF3";
