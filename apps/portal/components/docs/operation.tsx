import type { Operation } from "@ttx/api";
import { cx } from "@ttx/ui/cx";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Inline } from "./markdown.tsx";
import { MethodMark } from "./method-mark.tsx";
import { schemaLines, type Schema, type SchemaLine } from "./schema-lines.ts";

const T = {
  path: { zh: "路径变量", en: "In the path" },
  query: { zh: "查询参数", en: "Query" },
  body: { zh: "请求正文", en: "Body" },
  answers: { zh: "回答", en: "Answers" },
  idempotent: { zh: "可带 Idempotency-Key", en: "takes an Idempotency-Key" },
  open: { zh: "无需身份", en: "no sign-in needed" },
  rate: { zh: "次／分钟", en: "requests a minute" },
  required: { zh: "必填", en: "required" },
} as const satisfies Record<string, Text>;

const INDENTS = ["", "pl-5", "pl-10", "pl-15", "pl-20", "pl-25", "pl-30"] as const;

export type OperationDocProps = { readonly lang: Lang; readonly path: string; readonly method: string; readonly operation: Operation };

/** One address of the API with all there is to know, open on the page so that the browser's own search finds it. */
export function OperationDoc({ lang, path, method, operation }: OperationDocProps) {
  const say = (text: Text): string => pick(lang, text);
  const parameters = operation.parameters.flatMap((parameter) => ("name" in parameter ? [parameter] : []));
  const [media, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const facts = [
    ...(operation.security?.some((one) => Object.keys(one).length === 0) ? [say(T.open)] : []),
    ...(operation.parameters.some((parameter) => "$ref" in parameter) ? [say(T.idempotent)] : []),
    `${operation["x-ttx-requests-per-minute"]} ${say(T.rate)}`,
  ];
  return (
    <article id={operation.operationId} className="grid gap-2 border-t border-line py-5">
      <h2 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <MethodMark method={method} />
        <a href={`#${operation.operationId}`} className="link-quiet font-mono font-medium break-all">{path}</a>
        <span>{operation.summary}</span>
      </h2>
      {operation.description.split("\n\n").filter(Boolean).map((line) => <p key={line} className="text-sm text-ink-soft"><Inline>{line}</Inline></p>)}
      <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
      {(["path", "query"] as const).map((place) => {
        const here = parameters.filter((parameter) => parameter.in === place);
        return here.length === 0 ? null : <Lines key={place} lang={lang} title={say(T[place])} lines={here.flatMap(({ name, required, schema }) => parameterLines(name, required, schema))} />;
      })}
      {body ? <Lines lang={lang} title={media === "application/json" ? say(T.body) : `${say(T.body)} (${media})`} lines={schemaLines(body.schema as Schema)} /> : null}
      <p className="text-sm"><span className="text-ink-soft">{say(T.answers)}: </span><span className="tabular">{Object.keys(operation.responses).filter((status) => status !== "default").join(", ")}</span></p>
    </article>
  );
}

function parameterLines(name: string, required: boolean, schema: Schema): SchemaLine[] {
  return schemaLines({ properties: { [name]: schema }, required: required ? [name] : [] });
}

function Lines({ lang, title, lines }: { readonly lang: Lang; readonly title: string; readonly lines: readonly SchemaLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-medium">{title}</h3>
      <ul className="grid gap-0.5 text-sm">
        {lines.map(({ depth, name, type, required, limits }, i) => (
          <li key={i} className={cx("flex flex-wrap gap-x-3", INDENTS[Math.min(depth, INDENTS.length - 1)])}>
            <code className="font-mono">{name}</code>
            <span className="break-words text-ink-soft">{type}</span>
            {required ? <span className="text-due">{pick(lang, T.required)}</span> : null}
            {limits ? <span className="min-w-0 break-all text-ink-faint">{limits}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

