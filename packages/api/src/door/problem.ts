import type { DomainError} from "@ttx/domain/shared/errors";
import { type ErrorKind, type FieldProblem } from "@ttx/domain/shared/errors";
import { fillText } from "@ttx/domain/shared/texts";
import { z } from "zod";
import { PROBLEM_TEXTS } from "../problem-texts.ts";
import type { Language } from "./endpoint.ts";
import { zodWords } from "./zod-words.ts";

export const STATUS_OF_KIND: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  refused: 422,
  "too-many": 429,
};

/** RFC 9457, with the code of the refusal, the number to quote, and the fields that are wrong. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
};

const TITLES: Record<number, { zh: string; en: string }> = {
  400: { zh: "请求无法理解", en: "The request cannot be understood" },
  401: { zh: "需要登录", en: "Sign-in needed" },
  403: { zh: "没有权限", en: "Not permitted" },
  404: { zh: "没有找到", en: "Not found" },
  405: { zh: "方法不适用", en: "Method not allowed" },
  409: { zh: "状态已变化", en: "Conflict" },
  413: { zh: "内容过大", en: "Too large" },
  415: { zh: "格式不支持", en: "Unsupported format" },
  422: { zh: "未予办理", en: "Refused" },
  429: { zh: "请求过于频繁", en: "Too many requests" },
  500: { zh: "系统故障", en: "Fault of the platform" },
};

const LOCALES = { zh: z.locales.zhCN(), en: z.locales.en() };

/** The sentence for a field, from our own texts or, for what nobody worded, from zod's, in the reader's language. */
export function fieldMessage({ code, details = {} }: FieldProblem, language: Language): string {
  const text = PROBLEM_TEXTS[code];
  if (text) return fillText(text[language], details);
  const words = zodWords(code, details);
  if (words) return words[language];
  const worded = LOCALES[language].localeError(details as never);
  return typeof worded === "string" ? worded : (worded?.message ?? code);
}

export function problemOf(error: DomainError, language: Language, requestId: string): Problem {
  const text = PROBLEM_TEXTS[error.code];
  const status = STATUS_OF_KIND[error.kind];
  return {
    type: `/docs/problems#${error.code}`,
    title: TITLES[status]![language],
    status,
    detail: text ? fillText(text[language], error.details) : error.code,
    code: error.code,
    requestId,
    ...(Object.keys(error.details).length > 0 ? { details: error.details } : {}),
    ...(error.fields.length > 0
      ? { errors: error.fields.map((field) => ({ path: field.path, code: field.code, message: fieldMessage(field, language) })) }
      : {}),
  };
}

/** The same words for a page that reads without the door: its own query, its own language, no request to quote. */
export function problemFor(error: DomainError, language: Language): Problem {
  return problemOf(error, language, "");
}

/** A problem of the door itself, before any use case. */
export function doorProblem(status: number, code: string, language: Language, requestId: string, details: Record<string, unknown> = {}): Problem {
  const text = PROBLEM_TEXTS[code];
  return { type: `/docs/problems#${code}`, title: TITLES[status]![language], status, detail: text ? fillText(text[language], details) : code, code, requestId };
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}
