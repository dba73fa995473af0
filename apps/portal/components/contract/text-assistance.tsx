"use client";

import { TEXT_FLAG_LABELS } from "@ttx/domain/contract/client";
import { codeLabel } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { CircleAlertIcon } from "@ttx/ui/icons/circle-alert";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import type { FormTools } from "./form-tools.ts";
import type { TypedForm } from "./typed-form.ts";

type Quote = { readonly before: string; readonly words: string; readonly after: string };
/** What the API answers: amounts as decimal yuan. */
export type Assistance = {
  readonly empty: boolean;
  readonly type: { readonly proposed: string | null; readonly quotes: readonly Quote[] };
  readonly field: { readonly proposed: string | null; readonly quotes: readonly Quote[] };
  readonly ip: { readonly proposed: string | null; readonly quotes: readonly Quote[] };
  readonly turnover: { readonly proposed: string | null; readonly quotes: readonly Quote[] };
  readonly technical: { readonly proposed: string | null; readonly filed: string | null; readonly quotes: readonly Quote[] };
  readonly costs: readonly { readonly kind: string; readonly amount: string }[];
  readonly flags: readonly { readonly code: string; readonly refusalReason: string | null; readonly basis: string; readonly quotes: readonly Quote[] }[];
};

const T = {
  title: { zh: "文本提示", en: "What the text suggests" },
  notice: { zh: "由规则和分词得出，仅供填写时参考，不是认定结果；类别和技术交易额由登记机构依法认定。", en: "Made by rules and word segmentation, to help filling in. It decides nothing: class and technical amount are the office's to decide." },
  empty: { zh: "还没有合同文本，先生成、读取或者粘贴文本再检查。", en: "There is no text yet: make, read or paste one first." },
  type: { zh: "合同类别", en: "Class" },
  field: { zh: "技术领域", en: "Field" },
  ip: { zh: "知识产权类型", en: "Intellectual property" },
  turnover: { zh: "合同成交额", en: "Turnover" },
  technical: { zh: "技术交易额", en: "Technical amount" },
  nothing: { zh: "文本中没有看出", en: "The text does not show it" },
  same: { zh: "与登记表一致", en: "As in the form" },
  adopt: { zh: "采用", en: "Take it" },
  adoptCosts: { zh: "采用费用明细", en: "Take the costs" },
  attention: { zh: "请核对", en: "Please check" },
  none: { zh: "没有发现需要提示的内容。", en: "Nothing to point out." },
  ground: { zh: "可能涉及不予登记理由 {code}", en: "Could be ground {code}" },
  close: { zh: "收起", en: "Close" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly found: Assistance; readonly form: TypedForm; readonly adopt: FormTools["change"]; readonly onClose: () => void };

/** Proposals beside what the form says, each with the words that led to it, and what to look at. */
export function TextAssistance({ lang, found, form, adopt, onClose }: Props) {
  const { type, field, ip, turnover, technical, costs, flags } = found;
  const deductionsAreThere = costs.length === 0 || form.deductions.length > 0;
  return (
    <Panel tone="brand" title={pick(lang, T.title)} level={3} actions={<Button size="small" tone="plain" onClick={onClose}>{pick(lang, T.close)}</Button>}>
      <div role="status" className="grid gap-4">
        <p className="text-sm text-ink-soft">{pick(lang, T.notice)}</p>
        {found.empty ? <p>{pick(lang, T.empty)}</p> : (
          <>
            <dl className="grid gap-3">
              <Row lang={lang} name={T.type} value={type.proposed && pick(lang, codeLabel("contract-types", type.proposed))} same={type.proposed === form.contractType} quotes={type.quotes} onAdopt={() => adopt({ contractType: type.proposed ?? "" })} />
              <Row lang={lang} name={T.field} value={field.proposed && pick(lang, codeLabel("tech-fields", field.proposed))} same={field.proposed === form.techField} quotes={field.quotes} onAdopt={() => adopt({ techField: field.proposed ?? "" })} />
              <Row lang={lang} name={T.ip} value={ip.proposed && pick(lang, codeLabel("ip-kinds", ip.proposed))} same={ip.proposed !== null && form.ipKinds.includes(ip.proposed)} quotes={ip.quotes} onAdopt={() => adopt({ ipKinds: [ip.proposed ?? "0"] })} />
              <Row lang={lang} name={T.turnover} value={turnover.proposed && <Money lang={lang} amount={turnover.proposed} />} same={turnover.proposed !== null && Number(turnover.proposed) === Number(form.turnover)} quotes={turnover.quotes} onAdopt={() => adopt({ turnover: turnover.proposed ?? "" })} />
              <Row
                lang={lang}
                name={T.technical}
                value={technical.proposed && <Money lang={lang} amount={technical.proposed} />}
                same={technical.proposed !== null && technical.proposed === technical.filed}
                quotes={technical.quotes}
                action={T.adoptCosts}
                onAdopt={deductionsAreThere ? undefined : () => adopt({ deductions: costs.map(({ kind, amount }) => ({ kind, amount, note: "", carrier: null })) })}
              />
            </dl>
            <div className="grid gap-2">
              <h4 className="font-medium">{pick(lang, T.attention)}</h4>
              {flags.length === 0 ? <p className="flex items-center gap-2 text-sm text-done"><CircleCheckIcon size={16} />{pick(lang, T.none)}</p> : null}
              <ul className="grid gap-3">
                {flags.map(({ code, refusalReason, basis, quotes }) => (
                  <li key={code} className="grid gap-1 text-sm">
                    <p className="flex items-start gap-2 text-due"><CircleAlertIcon size={16} className="mt-0.5 shrink-0" /><span>{pick(lang, TEXT_FLAG_LABELS[code as keyof typeof TEXT_FLAG_LABELS])}</span></p>
                    <Quotes quotes={quotes} />
                    <p className="pl-6 text-ink-soft">{[refusalReason ? fillText(pick(lang, T.ground), { code: `${refusalReason} ${pick(lang, codeLabel("refusal-reasons", refusalReason))}` }) : "", basis].filter(Boolean).join(" · ")}</p>
                  </li>
                ))}
              </ul>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}

type RowProps = { readonly lang: Lang; readonly name: Text; readonly value: ReactNode; readonly same: boolean; readonly quotes: readonly Quote[]; readonly action?: Text; readonly onAdopt?: () => void };

function Row({ lang, name, value, same, quotes, action = T.adopt, onAdopt }: RowProps) {
  return (
    <div className="grid gap-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{pick(lang, name)}</dt>
      <dd className="grid gap-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className={value ? "font-medium" : "text-ink-soft"}>{value || pick(lang, T.nothing)}</span>
          {value && same ? <span className="text-sm text-done">{pick(lang, T.same)}</span> : null}
          {value && !same && onAdopt ? <Button size="small" aria-label={`${pick(lang, action)}：${pick(lang, name)}`} onClick={onAdopt}>{pick(lang, action)}</Button> : null}
        </span>
        <Quotes quotes={quotes} />
      </dd>
    </div>
  );
}

function Quotes({ quotes }: { readonly quotes: readonly Quote[] }) {
  if (quotes.length === 0) return null;
  return (
    <ul lang="zh-CN" className="grid gap-0.5 text-sm text-ink-soft">
      {quotes.map(({ before, words, after }, at) => <li key={at}>…{before}<mark className="bg-transparent font-medium text-ink underline decoration-brand decoration-2">{words}</mark>{after}…</li>)}
    </ul>
  );
}
