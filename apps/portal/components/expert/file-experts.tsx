"use client";

import { EXPERT_OPINION_STATE_LABELS, EXPERT_REVIEW_STATE_LABELS } from "@ttx/domain/recognition/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import type { DeskFile } from "#components/registration/file-hints.tsx";
import { WordsAct } from "#components/words-act.tsx";
import { X } from "./expert-texts.ts";

type Props = { readonly lang: Lang; readonly contractId: string; readonly reviews: DeskFile["expertReviews"]; readonly needed: boolean; readonly wanted: number; readonly may: { readonly conveneExperts: boolean; readonly endExperts: boolean } };

/** The experts heard on a file, and the acts of the second reviewer on them. */
export function FileExperts({ lang, contractId, reviews, needed, wanted, may }: Props) {
  if (reviews.length === 0 && !needed && !may.conveneExperts) return null;
  const field = { name: "summary", label: pick(lang, X.summary) };
  return (
    <Panel tone={needed ? "due" : "plain"} title={pick(lang, X.title)} level={3} actions={may.conveneExperts ? <Convene lang={lang} contractId={contractId} wanted={wanted} /> : undefined}>
      <div className="grid gap-4">
        {needed ? <p>{pick(lang, X.needed)}</p> : null}
        {reviews.map((review) => (
          <div key={review.reviewId} className="grid gap-2 text-sm">
            <p className="flex flex-wrap items-center gap-2">
              <StatusTag tone={review.state === "CONCLUDED" ? "done" : "waiting"}>{pick(lang, EXPERT_REVIEW_STATE_LABELS[review.state])}</StatusTag>
              <span>{fillText(pick(lang, X.opinions), { given: review.opinions.filter(({ state }) => state === "GIVEN").length, wanted: review.wanted })}</span>
            </p>
            <p lang="zh-CN">{review.question}</p>
            <ul className="grid gap-2">
              {review.opinions.map((opinion) => (
                <li key={opinion.personId} className="border-l-2 border-line pl-3">
                  <span lang="zh-CN" className="font-medium">{opinion.name}</span> · {pick(lang, EXPERT_OPINION_STATE_LABELS[opinion.state])}
                  {opinion.isTechnology === null ? null : <> · {pick(lang, opinion.isTechnology ? X.yes : X.no)}</>}
                  {opinion.technicalFen === null ? null : <> · <Money lang={lang} amount={opinion.technicalFen} /></>}
                  {opinion.words ? <p lang="zh-CN" className="whitespace-pre-line">{opinion.words}</p> : null}
                </li>
              ))}
            </ul>
            {review.summary ? <p lang="zh-CN" className="font-medium whitespace-pre-line">{pick(lang, X.summary)}{lang === "zh" ? "：" : ": "}{review.summary}</p> : null}
            {review.state === "OPEN" && may.endExperts ? (
              <div className="flex flex-wrap gap-2">
                <WordsAct lang={lang} url={`/api/v1/expert-reviews/${review.reviewId}/end`} label={pick(lang, X.conclude)} sentence={pick(lang, X.concludeText)} field={field} body={{ event: "conclude" }} tone="primary" />
                <WordsAct lang={lang} url={`/api/v1/expert-reviews/${review.reviewId}/end`} label={pick(lang, X.abandon)} sentence={pick(lang, X.abandonText)} field={field} body={{ event: "abandon" }} tone="danger" />
              </div>
            ) : null}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function Convene({ lang, contractId, wanted }: { readonly lang: Lang; readonly contractId: string; readonly wanted: number }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const body = (data: FormData) => ({ question: data.get("question") ?? "", emails: String(data.get("emails") ?? "").split(/[\s,，;；]+/).filter((one) => one !== "") });
  return (
    <>
      <Button size="small" data-key="e" onClick={() => setOpen(true)}>{pick(lang, X.convene)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={pick(lang, X.convene)} width="wide">
        <MutationForm url={`/api/v1/registration/files/${contractId}/experts`} toBody={body} className="grid gap-4" onDone={() => { setOpen(false); router.refresh(); }}>
          {({ pending, errorOf }) => (
            <>
              <p>{fillText(pick(lang, X.conveneText), { wanted })}</p>
              <Textarea id="question" label={pick(lang, X.question)} rows={3} maxLength={2000} error={errorOf("question")} />
              <Textarea id="emails" label={pick(lang, X.emails)} rows={3} className="min-h-20" error={errorOf("emails")} />
              <div className="flex justify-end"><Button type="submit" tone="primary" pending={pending}>{pick(lang, X.convene)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}
