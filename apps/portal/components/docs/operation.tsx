import type { Operation } from "@ttx/api";
import { cx } from "@ttx/ui/cx";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Inline } from "./markdown.tsx";
import { MethodMark } from "./method-mark.tsx";
import { insideOf, schemaLines, sharedIn, typeOf, type Schema, type SchemaLine } from "./schema-lines.ts";

const T = {
  path: { zh: "路径变量", en: "In the path" },
  query: { zh: "查询参数", en: "Query" },
  body: { zh: "请求正文", en: "Body" },
  answers: { zh: "回答", en: "Answers" },
  content: { zh: "回答内容", en: "What it answers" },
  shapes: { zh: "见", en: "See" },
  idempotent: { zh: "可带 Idempotency-Key", en: "takes an Idempotency-Key" },
  open: { zh: "无需身份", en: "no sign-in needed" },
  rate: { zh: "次／分钟", en: "requests a minute" },
  mayMiss: { zh: "可能没有", en: "may be missing" },
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
      <Answer lang={lang} operation={operation} />
    </article>
  );
}

/** Folded, because a page of a contract has a hundred lines. */
function Answer({ lang, operation: { responses } }: Pick<OperationDocProps, "lang" | "operation">) {
  const [status, answer] = Object.entries(responses)[0] as [string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }];
  const { schema } = answer.content?.["application/json"] ?? {};
  if (!schema) return answer.content ? <p className="text-sm"><span className="text-ink-soft">{pick(lang, T.content)} {status}: </span><span className="font-mono break-all">{Object.keys(answer.content).join(", ")}</span></p> : null;
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-ink-soft">{pick(lang, T.content)} {status}: <span className="font-mono break-all text-ink">{typeOf(schema)}</span></summary>
      <ShapeLines lang={lang} schema={schema} />
    </details>
  );
}

/** The lines of an answer or a shared shape, and links to the shapes that it refers to. */
export function ShapeLines({ lang, schema }: { readonly lang: Lang; readonly schema: Schema }) {
  const shared = sharedIn(schema);
  return (
    <div className="grid gap-1 pt-1">
      <SchemaList lang={lang} lines={schemaLines(insideOf(schema))} answered />
      {shared.length === 0 ? null : <p className="flex flex-wrap gap-x-3 text-ink-soft">{pick(lang, T.shapes)} {shared.map((name) => <a key={name} href={`#shape-${name}`} className="link-quiet font-mono">{name}</a>)}</p>}
    </div>
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
      <SchemaList lang={lang} lines={lines} />
    </div>
  );
}

/** Of what is sent, what has to be there is marked; of an answer, what may be missing. */
function SchemaList({ lang, lines, answered = false }: { readonly lang: Lang; readonly lines: readonly SchemaLine[]; readonly answered?: boolean }) {
  return (
    <ul className="grid gap-0.5 text-sm">
      {lines.map(({ depth, name, type, required, limits }, i) => (
        <li key={i} className={cx("flex flex-wrap gap-x-3", INDENTS[Math.min(depth, INDENTS.length - 1)])}>
          <code className="font-mono">{name}</code>
          <span className="break-words text-ink-soft">{type}</span>
          {required && !answered ? <span className="text-due">{pick(lang, T.required)}</span> : null}
          {!required && answered && type !== "" ? <span className="text-ink-faint">{pick(lang, T.mayMiss)}</span> : null}
          {limits ? <span className="min-w-0 break-all text-ink-faint">{limits}</span> : null}
        </li>
      ))}
    </ul>
  );
}

