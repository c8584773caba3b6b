import { useEffect, useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { loadTemplates } from "../client/tools-api.ts";
import { toolWords } from "../words/tool-words.ts";
import type { Template } from "../world/tool-shapes.ts";
import type { World } from "../world/world.ts";

/** The published templates, reloaded when a version is published. */
function useTemplates(publishedAt: number): readonly Template[] | undefined {
  const { client, words } = useReader();
  const [known, setKnown] = useState<readonly Template[] | undefined>(undefined);
  useEffect(() => {
    void loadTemplates().then((answer) => {
      if (answer.ok) setKnown(answer.answer.templates);
      else client.toasts.show("error", words.failed(answer.error));
    });
  }, [client, publishedAt]);
  return known;
}

function TemplateEntry({ template }: { template: Template }) {
  const words = toolWords(useReader().locale);
  const { template_id, name, versions, variables } = template;
  const kinds = Object.entries(variables);
  return (
    <li data-template-id={template_id}>
      <h3>{name || template_id}</h3>
      <p class="tool-hint">
        <code>{template_id}</code>
      </p>
      <p>{words.templateVersions(versions.toReversed().join(", "))}</p>
      {kinds.length === 0 ? (
        <p class="tool-hint">{words.noVariables}</p>
      ) : (
        <dl class="template-variables" aria-label={words.variables}>
          {kinds.map(([variable, kind]) => (
            <div key={variable}>
              <dt>{variable}</dt>
              <dd>{kind}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** The card templates: names, versions, variables. */
export function TemplatesPanel({ world }: { world: World }) {
  const words = toolWords(useReader().locale);
  const templates = useTemplates(world.templatesAt);
  return (
    <div class="tool-scroll">
      <p class="tool-hint">{templates?.length === 0 ? words.noTemplates : words.templatesHint}</p>
      <ul class="templates">
        {templates?.map((template) => (
          <TemplateEntry key={template.template_id} template={template} />
        ))}
      </ul>
    </div>
  );
}
