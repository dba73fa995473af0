import type { SummaryItem } from "@ttx/ui/error-summary";
import { pick, type Lang, type Text } from "@ttx/ui/text";

/** What went wrong with an act, ready to be shown: in a summary and at the fields, in the same words. */
export type Problems = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId?: string;
  /** By path of the input, e.g. "completers.0.share"; a field's id is its path. */
  readonly fields: Readonly<Record<string, string>>;
  readonly summary: readonly SummaryItem[];
};

const NO_ANSWER: Text = {
  zh: "连接中断，没有收到答复。您填写的内容都在；恢复后再提交一次，不会重复办理。",
  en: "The connection was lost before an answer came. What you typed is kept; send it again when you are back, it will not be done twice.",
};
const FAULT: Text = { zh: "服务器出错，您的内容没有被处理，请稍后再试。", en: "Something went wrong on our side and nothing was changed. Please try again shortly." };

export function connectionLost(lang: Lang): Problems {
  const title = pick(lang, NO_ANSWER);
  return { status: 0, code: "NO_ANSWER", title, fields: {}, summary: [{ message: title }] };
}

/** Reads an RFC 9457 problem+json body; whatever came, something readable comes out. */
export function readProblem(status: number, body: unknown, lang: Lang): Problems {
  const given = record(body);
  const title = text(given["detail"]) ?? text(given["title"]) ?? pick(lang, FAULT);
  const errors = Array.isArray(given["errors"]) ? given["errors"].map(record) : [];
  const fields: Record<string, string> = {};
  const summary: SummaryItem[] = [];
  for (const error of errors) {
    const path = Array.isArray(error["path"]) ? error["path"].join(".") : (text(error["path"]) ?? "");
    const message = text(error["message"]);
    if (!message) continue;
    if (path && !(path in fields)) fields[path] = message;
    summary.push(path ? { fieldId: path, message } : { message });
  }
  if (summary.length === 0) summary.push({ message: title });
  return { status, code: text(given["code"]) ?? `HTTP_${status}`, title, requestId: text(given["requestId"]), fields, summary };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
