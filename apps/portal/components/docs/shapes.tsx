import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ApiShape } from "./api-parts.ts";
import { ShapeLines } from "./operation.tsx";
import { typeOf } from "./schema-lines.ts";

const TITLE: Text = { zh: "共用的数据结构", en: "Shared shapes" };

/** The shapes that the answers above refer to by name. */
export function Shapes({ lang, shapes }: { readonly lang: Lang; readonly shapes: readonly ApiShape[] }) {
  if (shapes.length === 0) return null;
  return (
    <section aria-labelledby="shapes" className="min-w-0">
      <h2 id="shapes" className="pb-3 text-lg font-semibold">{pick(lang, TITLE)}</h2>
      {shapes.map(({ name, schema }) => (
        <article key={name} id={`shape-${name}`} className="border-t border-line py-3 text-sm">
          <h3 className="font-mono font-medium break-all">{name}</h3>
          {schema["properties"] ? null : <p className="break-words text-ink-soft">{typeOf(schema)}</p>}
          <ShapeLines lang={lang} schema={schema} />
        </article>
      ))}
    </section>
  );
}
