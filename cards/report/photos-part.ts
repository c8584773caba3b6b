import type { CardElement } from "../card.ts";
import { button } from "../elements.ts";
import { FEW_PICTURES, pictureBlock } from "../pictures/picture-block.ts";
import { picturesText } from "../text/pictures.ts";
import { mayEdit } from "./may-edit.ts";
import { record } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** The newest photos on a town's own card, and the way to all of them, where it may take some out again. */
export function photosPart(view: ReportView): CardElement[] {
  const text = picturesText(view.locale);
  const all = { kind: "photos", ...record(view), page: "1" } as const;
  const isEditable = mayEdit(view) && view.pictures.length > 0;
  return [
    ...pictureBlock(view.pictures, view, { most: FEW_PICTURES }),
    ...(isEditable || view.pictures.length > FEW_PICTURES
      ? [button(isEditable ? text.manage : text.look, all)]
      : []),
  ];
}
