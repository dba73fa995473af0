import { REQUEST_FORM } from "@ttx/domain/shared/input";
import { YUAN_FORM } from "@ttx/domain/shared/money";
import type { Words } from "./endpoint.ts";

type Issue = Readonly<Record<string, unknown>>;

const FILL_IN: Words = { zh: "请填写这一项。", en: "Fill this in." };
const TICK: Words = { zh: "请勾选这一项。", en: "Tick this." };
const CHOOSE: Words = { zh: "请从选项中选择。", en: "Choose one of the options." };

function counted(issue: Issue, bound: unknown, words: Readonly<Record<string, (n: string) => Words>>): Words | undefined {
  const kind = typeof issue["origin"] === "string" ? issue["origin"] : "";
  return words[kind === "int" || kind === "bigint" ? "number" : kind]?.(String(bound));
}

function tooSmall(issue: Issue): Words | undefined {
  const least = issue["minimum"];
  if (least === 1 && issue["origin"] === "string") return FILL_IN;
  return counted(issue, least, {
    string: (n) => ({ zh: `至少 ${n} 个字符。`, en: `At least ${n} characters.` }),
    array: (n) => ({ zh: `至少选择 ${n} 项。`, en: `Choose at least ${n}.` }),
    number: (n) => ({ zh: `应不小于 ${n}。`, en: `It cannot be less than ${n}.` }),
  });
}

function tooBig(issue: Issue): Words | undefined {
  return counted(issue, issue["maximum"], {
    string: (n) => ({ zh: `最多 ${n} 个字符。`, en: `At most ${n} characters.` }),
    array: (n) => ({ zh: `最多 ${n} 项。`, en: `At most ${n}.` }),
    number: (n) => ({ zh: `应不大于 ${n}。`, en: `It cannot be more than ${n}.` }),
  });
}

/** What would be right, by the name of a form or by its pattern. */
const RIGHT_FORMS: Readonly<Record<string, Words>> = {
  date: { zh: "请填写日期，例如 2026-03-01。", en: "Enter a date like 2026-03-01." },
  uuid: { zh: "请填写完整的标识，例如 018f3b1a-0000-7000-8000-000000000001。", en: "Enter the whole id, like 018f3b1a-0000-7000-8000-000000000001." },
  [String(YUAN_FORM)]: { zh: "请填写以元为单位的金额，最多两位小数，例如 1234.50。", en: "Enter an amount in yuan with two decimals at most, like 1234.50." },
  [String(REQUEST_FORM)]: { zh: "应为 8 至 100 个字母、数字或 . _ : - 符号。", en: "Use 8 to 100 letters, digits or the signs . _ : -." },
};

function wrongFormat({ format, pattern }: Issue): Words {
  return RIGHT_FORMS[String(format)] ?? RIGHT_FORMS[String(pattern)] ?? { zh: "格式不正确，请核对。", en: "This is not in the right form; please check it." };
}

/** What a form's reader is told of the schema's own findings: what to do, not what type was expected. */
export function zodWords(code: string, issue: Issue): Words | undefined {
  switch (code) {
    case "zod:invalid_type":
      return issue["expected"] === "number" ? { zh: "请填写数字。", en: "Enter a number." } : FILL_IN;
    case "zod:too_small":
      return tooSmall(issue);
    case "zod:too_big":
      return tooBig(issue);
    case "zod:invalid_format":
      return wrongFormat(issue);
    case "zod:invalid_value":
      return isTick(issue["values"]) ? TICK : CHOOSE;
    default:
      return undefined;
  }
}

/** What is true or is not sent: a promise, a declaration. */
function isTick(values: unknown): boolean {
  return Array.isArray(values) && values.length === 1 && values[0] === true;
}
