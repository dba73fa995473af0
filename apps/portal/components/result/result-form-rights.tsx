"use client";

import { IP_KINDS } from "@ttx/domain/reference/client";
import { normaliseIpNumber, RIGHT_STATUS_LABELS, statusesOf, type ResultDraft } from "@ttx/domain/result/client";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick } from "@ttx/ui/text";
import { F } from "./result-form-texts.ts";
import { replaced, without, type FormTools } from "./result-form-tools.ts";

type Right = ResultDraft["rights"][number];

const NOTHING: Right = { kind: "21", number: "", title: "", status: "GRANTED", filedOn: "", grantedOn: "", expiresOn: "" };
const SECRET = "1";

export function ResultRights(tools: FormTools) {
  const { lang, draft, change, locked } = tools;
  return (
    <Section id="rights" title={pick(lang, F.rights)} intro={pick(lang, F.rightsHint)}>
      <ol className="grid gap-4">
        {draft.rights.map((right, at) => (
          <li key={at} className="rounded border border-line bg-surface p-4"><RightFields {...tools} right={right} at={at} /></li>
        ))}
      </ol>
      <div><Button size="small" icon={<PlusIcon size={16} />} disabled={locked} onClick={() => change({ rights: [...draft.rights, NOTHING] })}>{pick(lang, F.addRight)}</Button></div>
    </Section>
  );
}

function RightFields({ lang, draft, change, errorOf, leave, locked, right, at }: FormTools & { readonly right: Right; readonly at: number }) {
  const path = (part: keyof Right): string => `rights.${at}.${part}`;
  const set = (patch: Partial<Right>): void => change({ rights: replaced(draft.rights, at, patch) });
  const common = (part: keyof Right) => ({ id: path(part), disabled: locked, error: errorOf(path(part)), onBlur: () => leave(path(part)) });
  const statuses = statusesOf(right.kind);

  function setKind(kind: string) {
    const fitting = statusesOf(kind);
    const keeps = fitting.some((status) => status === right.status);
    set({ kind, ...(keeps ? {} : { status: fitting.at(-2) ?? fitting[0] ?? "" }), ...(kind === SECRET ? { number: "" } : {}) });
  }

  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Select {...common("kind")} label={pick(lang, F.kind)} options={IP_KINDS.leaves().filter(({ code }) => code !== "0").map((row) => ({ value: row.code, label: pick(lang, row) }))} value={right.kind} onChange={(event) => setKind(event.target.value)} />
      <Select {...common("status")} label={pick(lang, F.status)} options={statuses.map((value) => ({ value, label: pick(lang, RIGHT_STATUS_LABELS[value]) }))} value={right.status} onChange={(event) => set({ status: event.target.value })} />
      <div className="sm:col-span-2">
        <TextInput
          {...common("number")}
          label={pick(lang, F.number)}
          className="tabular"
          maxLength={60}
          spellCheck={false}
          disabled={locked || right.kind === SECRET}
          value={right.number}
          onChange={(event) => set({ number: event.target.value })}
          onBlur={() => {
            set({ number: normaliseIpNumber(right.kind, right.number) });
            leave(path("number"));
          }}
        />
      </div>
      <div className="sm:col-span-2 xl:col-span-4"><TextInput {...common("title")} lang="zh-CN" label={pick(lang, F.rightTitle)} maxLength={200} value={right.title} onChange={(event) => set({ title: event.target.value })} /></div>
      <DateInput {...common("filedOn")} label={pick(lang, F.filedOn)} optional={pick(lang, F.optional)} value={right.filedOn} onChange={(event) => set({ filedOn: event.target.value })} />
      <DateInput {...common("grantedOn")} label={pick(lang, F.grantedOn)} optional={pick(lang, F.optional)} value={right.grantedOn} onChange={(event) => set({ grantedOn: event.target.value })} />
      <DateInput {...common("expiresOn")} label={pick(lang, F.expiresOn)} optional={pick(lang, F.optional)} value={right.expiresOn} onChange={(event) => set({ expiresOn: event.target.value })} />
      <div className="flex items-end justify-end">
        <Button tone="plain" disabled={locked} icon={<Trash2Icon size={18} />} onClick={() => change({ rights: without(draft.rights, at) })}>{pick(lang, F.remove)}</Button>
      </div>
    </div>
  );
}
