import { useCard } from "./card-scope.ts";
import { familyColour } from "./colour.ts";
import { ElementIcon } from "./element-icon.tsx";
import { isJson, type Json, jsonAt, listAt, textAt } from "./json.ts";
import { type Locale, localText } from "./locale-text.ts";
import { spacing } from "./measure.ts";
import { TextObject } from "./text-object.tsx";

function tagsOf(header: Json, locale: Locale): Json[] {
  const table = jsonAt(header, "i18n_text_tag_list");
  const own = table?.[locale];
  const tags = Array.isArray(own) ? own.filter(isJson) : listAt(header, "text_tag_list");
  return tags.slice(0, 3);
}

function HeaderTag({ tag }: { tag: Json }) {
  const { locale } = useCard();
  const wanted = textAt(tag, "color") ?? "neutral";
  const family = familyColour(wanted, "600") ? wanted : "neutral";
  return (
    <span
      class="text-tag"
      style={{ background: familyColour(family, "200"), color: familyColour(family, "700") }}
    >
      {localText(tag.text, locale)}
    </span>
  );
}

/** The card's header: title, subtitle and up to three tags on the template's colour. */
export function CardHeader({ header }: { header: Json }) {
  const { locale } = useCard();
  const template = textAt(header, "template") ?? "default";
  const plain = template === "default" || !familyColour(template, "600");
  const padding = spacing(textAt(header, "padding"));
  const style = {
    ...(padding && { padding }),
    ...(!plain && {
      background: `linear-gradient(100deg, ${familyColour(template, "100")}, ${familyColour(template, "50")})`,
      color: familyColour(template, "700"),
    }),
  };
  const tags = tagsOf(header, locale);
  const subtitle = jsonAt(header, "subtitle");
  return (
    <header class="card-header" data-template={template} style={style}>
      {jsonAt(header, "icon") && (
        <span class="card-header-icon">
          <ElementIcon icon={jsonAt(header, "icon")} size={20} />
        </span>
      )}
      <div class="card-header-words">
        <h3 class="card-title">
          <TextObject node={jsonAt(header, "title")} look="card-title-text" />
          {tags.length > 0 && (
            <span class="card-tags">
              {tags.map((tag, at) => (
                <HeaderTag key={at} tag={tag} />
              ))}
            </span>
          )}
        </h3>
        {localText(subtitle, locale) && (
          <p class="card-subtitle">
            <TextObject node={subtitle} />
          </p>
        )}
      </div>
    </header>
  );
}
