"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { formatDateTime } from "@ttx/ui/format";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { WordsAct } from "#components/words-act.tsx";

const T = {
  title: { zh: "保密合同知悉人员", en: "Who may read this confidential contract" },
  intro: { zh: "本合同有商业秘密保密要求：合同文本和材料只对申请人的经办人员和下列人员开放，每次指定都告知申请人。", en: "This contract holds commercial secrets: its text and papers are open to the applicant's officers and to these persons only. The applicant is told of every name." },
  none: { zh: "尚未指定。", en: "Nobody was named." },
  ended: { zh: "已终止", en: "Ended" },
  name: { zh: "指定知悉人员", en: "Name a person" },
  email: { zh: "登录邮箱", en: "Sign-in address" },
  hint: { zh: "限合同当事人、登记机构和省级主管部门的人员。", en: "Somebody of the parties, the office or the province's authority." },
  reason: { zh: "知悉事由", en: "Why" },
  end: { zh: "终止知悉", en: "End" },
  endText: { zh: "终止后该人员不能再阅读合同文本和材料；记录保留。", en: "The person can read no more; the record stays." },
} as const satisfies Record<string, Text>;

type Reader = { readonly personId: string; readonly name: string; readonly reason: string; readonly namedAt: Date; readonly endedAt: Date | null };

/** The list of those who may read a secret contract, and the acts on it. */
export function SecretReaders({ lang, contractId, readers, mayName }: { readonly lang: Lang; readonly contractId: string; readonly readers: readonly Reader[]; readonly mayName: boolean }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const url = `/api/v1/contracts/${contractId}/readers`;
  return (
    <Panel title={pick(lang, T.title)} level={3} actions={mayName ? <Button size="small" onClick={() => setOpen(true)}>{pick(lang, T.name)}</Button> : undefined}>
      <p className="mb-2 text-sm text-ink-soft">{pick(lang, T.intro)}</p>
      {readers.length === 0 ? <p className="text-sm">{pick(lang, T.none)}</p> : null}
      <ul className="grid gap-2 text-sm">
        {readers.map((reader) => (
          <li key={reader.personId} className="flex flex-wrap items-center justify-between gap-2">
            <span lang="zh-CN"><span className="font-medium">{reader.name}</span> · {reader.reason} · {formatDateTime(reader.namedAt, lang)}{reader.endedAt ? ` · ${pick(lang, T.ended)}` : ""}</span>
            {mayName && !reader.endedAt ? <WordsAct lang={lang} url={`${url}/${reader.personId}/end`} label={pick(lang, T.end)} sentence={pick(lang, T.endText)} tone="danger" /> : null}
          </li>
        ))}
      </ul>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, T.name)}>
        <MutationForm url={url} className="grid gap-4" onDone={() => { setOpen(false); router.refresh(); }}>
          {({ pending, errorOf }) => (
            <>
              <TextInput id="email" label={pick(lang, T.email)} hint={pick(lang, T.hint)} type="email" autoComplete="off" maxLength={200} error={errorOf("email")} />
              <TextInput id="reason" label={pick(lang, T.reason)} maxLength={500} error={errorOf("reason")} />
              <div className="flex justify-end"><Button type="submit" tone="primary" pending={pending}>{pick(lang, T.name)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </Panel>
  );
}
