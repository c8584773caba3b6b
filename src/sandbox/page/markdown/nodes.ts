// The parsed form of a card's markdown. It contains text only, never HTML; components create elements from
// it.

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "em" | "del"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; href: string; icon?: string; children: Inline[] }
  | { kind: "image"; imageKey: string; alt: string }
  | { kind: "font"; color: string; children: Inline[] }
  | { kind: "tag"; color: string; children: Inline[] }
  | { kind: "number"; text: string; color?: string; background?: string }
  | { kind: "at"; ids: string[] }
  | { kind: "person"; id: string; showName: boolean; showAvatar: boolean; capsule: boolean }
  | { kind: "time"; millisecond?: number; format: string; href?: string }
  | { kind: "break" };

export type Align = "left" | "center" | "right";

export type Block =
  | { kind: "heading"; level: number; children: Inline[] }
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "list"; ordered: boolean; start: number; items: Block[][] }
  | { kind: "code"; language: string; text: string }
  | { kind: "quote"; children: Block[] }
  | { kind: "table"; align: Align[]; header: Inline[][]; rows: Inline[][][] }
  | { kind: "rule" };
