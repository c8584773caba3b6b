// Five colour schemes for charts (feishu-contract 3.3, color_theme), distinguishable on light and dark cards.
const schemes: Record<string, string[]> = {
  brand: [
    "#4C83FF",
    "#1FB8A6",
    "#F5A524",
    "#8B6CF6",
    "#EC5E8A",
    "#38A5F0",
    "#7BC043",
    "#F2774B",
    "#5A67D8",
    "#B8C0CC",
  ],
  rainbow: [
    "#4C83FF",
    "#8B6CF6",
    "#D45DE0",
    "#EC5E8A",
    "#F2774B",
    "#F5A524",
    "#D6C21D",
    "#7BC043",
    "#1FB8A6",
    "#38A5F0",
  ],
  complementary: ["#4C83FF", "#F5A524", "#7FA6FF", "#F7BF63", "#2F5FD0", "#D98A0B", "#B1C8FF", "#FAD9A3"],
  converse: ["#1FB8A6", "#F2774B", "#62CFC1", "#F79E80", "#128577", "#D4531F", "#A5E4DC", "#FBC8B6"],
  primary: ["#2F5FD0", "#4C83FF", "#7FA6FF", "#B1C8FF", "#1D3F91", "#D5E1FF"],
};

/** The colours of a named scheme; an unknown name is drawn as `brand`. */
export function chartColours(scheme: string): string[] {
  return schemes[scheme] ?? schemes.brand ?? [];
}
