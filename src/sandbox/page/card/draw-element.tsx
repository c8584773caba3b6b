import type { ComponentType } from "preact";
import { useReader } from "../client/reader.ts";
import { cardWords } from "../words/card-words.ts";
import { ButtonElement } from "./button-element.tsx";
import { ChartElement } from "./chart-element.tsx";
import { CheckerElement } from "./checker-element.tsx";
import { CollapsiblePanel } from "./collapsible-panel.tsx";
import { ColumnSet } from "./column-elements.tsx";
import { FormElement } from "./form-element.tsx";
import { ImageCombination, ImageElement } from "./image-elements.tsx";
import { InputElement } from "./input-element.tsx";
import { InteractiveContainer } from "./interactive-container.tsx";
import { type Json, textAt } from "./json.ts";
import { MultiSelectElement } from "./multi-select-element.tsx";
import { OverflowElement } from "./overflow-element.tsx";
import { PersonElement, PersonList } from "./person-elements.tsx";
import { PickerElement } from "./picker-element.tsx";
import { SelectElement } from "./select-element.tsx";
import { SelectImageElement } from "./select-image-element.tsx";
import { TableElement } from "./table-element.tsx";
import { DivElement, MarkdownElement, RuleElement } from "./text-elements.tsx";
import { ActionElement, NoteElement } from "./version-1-elements.tsx";

// Components by tag: feishu-contract 3.3 to 3.5, and those only JSON 1.0 has.
const components: Record<string, ComponentType<{ element: Json }>> = {
  action: ActionElement,
  button: ButtonElement,
  chart: ChartElement,
  checker: CheckerElement,
  collapsible_panel: CollapsiblePanel,
  column_set: ColumnSet,
  date_picker: PickerElement,
  div: DivElement,
  form: FormElement,
  hr: RuleElement,
  img: ImageElement,
  img_combination: ImageCombination,
  input: InputElement,
  interactive_container: InteractiveContainer,
  markdown: MarkdownElement,
  multi_select_person: MultiSelectElement,
  multi_select_static: MultiSelectElement,
  note: NoteElement,
  overflow: OverflowElement,
  person: PersonElement,
  person_list: PersonList,
  picker_datetime: PickerElement,
  picker_time: PickerElement,
  select_img: SelectImageElement,
  select_person: SelectElement,
  select_static: SelectElement,
  table: TableElement,
};

function Unsupported({ element }: { element: Json }) {
  const { locale } = useReader();
  return <p class="card-note">{cardWords(locale).unsupported(textAt(element, "tag") ?? "?")}</p>;
}

/** Draws elements in sequence; unknown components are drawn as a note. */
export function drawElements(elements: readonly Json[]) {
  return elements.map((element, at) => {
    const Component = components[textAt(element, "tag") ?? ""] ?? Unsupported;
    return <Component key={at} element={element} />;
  });
}
