"use client";

import { ANNULMENT_GROUND_LABELS, ANNULMENT_GROUNDS } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { formatDateTime } from "@ttx/ui/format";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DecideAnnulment } from "./decide-annulment.tsx";
import { MutationForm } from "#client/mutation-form.tsx";

const T = {
  preside: { zh: "登记主持", en: "Take the chair" },
  replace: { zh: "更换主持", en: "Change who is in the chair" },
  licence: { zh: "拍卖师执业资格证号或主持人编号", en: "Auctioneer's licence or staff number" },
  licenceHint: { zh: "姓名与证号向所有人公开；适用拍卖法的项目，登记后才能开始。", en: "Name and number are shown to everybody; under the Auction Law nothing starts before." },
  announce: { zh: "发布现场公告", en: "Announce to the hall" },
  text: { zh: "公告内容", en: "What to say" },
  annul: { zh: "提请撤销", en: "Propose to annul" },
  ground: { zh: "理由", en: "Ground" },
  facts: { zh: "事实与证据", en: "Facts and evidence" },
  proposed: { zh: "{at} 提请撤销，待另一人复核", en: "Annulment proposed {at}; another person decides" },
} as const satisfies Record<string, Text>;

export type ConductRights = {
  readonly preside: boolean;
  readonly announce: boolean;
  readonly annul: boolean;
  readonly decideAnnulment: boolean;
  readonly annulment: { readonly id: string; readonly ground: string; readonly reason: string; readonly proposedAt: string } | null;
};
type Props = { readonly lang: Lang; readonly auctionId: string; readonly isOver: boolean; readonly hasPresider: boolean; readonly may: ConductRights };

/** What beside the bidding belongs to conducting a lot: the chair, announcements, and annulment by two persons. */
export function ConductLot({ lang, auctionId, isOver, hasPresider, may }: Props) {
  const [announced, setAnnounced] = useState(0);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  const url = `/api/v1/auctions/${auctionId}`;
  const done = (): void => router.refresh();
  return (
    <div className="grid gap-5 empty:hidden">
      {may.preside && !isOver ? (
        hasPresider ? (
          <details className="rounded border border-line p-3">
            <summary className="cursor-pointer text-sm text-brand">{say(T.replace)}</summary>
            <div className="mt-3"><Chair lang={lang} url={url} onDone={done} /></div>
          </details>
        ) : <Chair lang={lang} url={url} onDone={done} />
      ) : null}
      {may.announce && !isOver ? (
        <MutationForm key={announced} url={`${url}/announcements`} onDone={() => {
          setAnnounced(announced + 1); // an empty box: nothing is said twice by mistake
          done();
        }}>
          {({ pending, errorOf }) => (
            <>
              <Textarea id="text" name="text" rows={2} maxLength={500} label={say(T.text)} error={errorOf("text")} />
              <Button type="submit" pending={pending}>{say(T.announce)}</Button>
            </>
          )}
        </MutationForm>
      ) : null}
      {may.annulment ? (
        <div className="grid gap-1 text-sm">
          <p className="text-due">{fillText(say(T.proposed), { at: formatDateTime(may.annulment.proposedAt, lang) })}</p>
          <p className="font-medium">{say(ANNULMENT_GROUND_LABELS[may.annulment.ground as keyof typeof ANNULMENT_GROUND_LABELS])}</p>
          <p lang="zh-CN" className="whitespace-pre-line">{may.annulment.reason}</p>
        </div>
      ) : null}
      {may.decideAnnulment && may.annulment ? (
        <DecideAnnulment lang={lang} annulmentId={may.annulment.id} onDone={done} />
      ) : null}
      {may.annul ? (
        <details className="rounded border border-line p-3">
          <summary className="cursor-pointer text-sm text-brand">{say(T.annul)}</summary>
          <MutationForm url={`${url}/annulments`} onDone={done} className="mt-3 grid gap-3">
            {({ pending, errorOf }) => (
              <>
                <Select id="ground" name="ground" label={say(T.ground)} error={errorOf("ground")} options={ANNULMENT_GROUNDS.map((value) => ({ value, label: say(ANNULMENT_GROUND_LABELS[value]) }))} />
                <Textarea id="reason-annul" name="reason" rows={3} maxLength={2000} label={say(T.facts)} error={errorOf("reason")} />
                <Button type="submit" tone="danger" pending={pending}>{say(T.annul)}</Button>
              </>
            )}
          </MutationForm>
        </details>
      ) : null}
    </div>
  );
}

function Chair({ lang, url, onDone }: { readonly lang: Lang; readonly url: string; readonly onDone: () => void }) {
  return (
    <MutationForm url={`${url}/presider`} onDone={onDone}>
      {({ pending, errorOf }) => (
        <>
          <TextInput id="licence" name="licence" label={pick(lang, T.licence)} hint={pick(lang, T.licenceHint)} error={errorOf("licence")} />
          <Button type="submit" pending={pending}>{pick(lang, T.preside)}</Button>
        </>
      )}
    </MutationForm>
  );
}
