import { boxStyle, flowStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { type Json, listAt, textAt } from "./json.ts";

/** `form`: its input stays in the client until a submit button is pressed. */
export function FormElement({ element }: { element: Json }) {
  const { config, draw } = useCard();
  return (
    <fieldset
      class="card-form"
      data-form={textAt(element, "name")}
      style={{ ...boxStyle(element, config), ...flowStyle(element, { vertical: "12px", horizontal: "8px" }) }}
    >
      {draw(listAt(element, "elements"))}
    </fieldset>
  );
}
