"use client";

import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { formatDateTime } from "@ttx/ui/format";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";

const T = {
  title: { zh: "专场名称", en: "Title" },
  titleEn: { zh: "英文名称", en: "English title" },
  optional: { zh: "选填", en: "optional" },
  lots: { zh: "选择标的", en: "Lots" },
  order: { zh: "标的按开始时间先后排列，各自按其公告的时间竞价。", en: "Lots stand in the order of their start; each runs at the times of its own announcement." },
  make: { zh: "发布专场", en: "Publish the session" },
} as const satisfies Record<string, Text>;

type Candidate = { readonly id: string; readonly no: string; readonly title: string; readonly freeStartsAt: string };

/** Puts announced lots of the venue together under one title. */
export function SessionForm({ lang, candidates }: { readonly lang: Lang; readonly candidates: readonly Candidate[] }) {
  const { submit, problems, pending } = useMutation<{ sessionId: string }>("/api/v1/auction-sessions");
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  const errorOf = (field: string): string | undefined => problems?.fields[field];

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const titleEn = String(form.get("titleEn") ?? "").trim();
    const outcome = await submit({ title: String(form.get("title") ?? ""), ...(titleEn === "" ? {} : { titleEn }), auctionIds: candidates.filter(({ id }) => form.get(id) !== null).map(({ id }) => id) });
    if (outcome.ok) router.push(href(lang, `/auctions/sessions/${outcome.value.sessionId}`));
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid max-w-3xl gap-6">
      {problems ? <ErrorSummary lang={lang} items={problems.summary} /> : null}
      <TextInput id="title" label={say(T.title)} error={errorOf("title")} maxLength={60} />
      <TextInput id="titleEn" label={say(T.titleEn)} optional={say(T.optional)} error={errorOf("titleEn")} maxLength={120} />
      <fieldset id="auctionIds" className="grid gap-3">
        <legend className="mb-1 font-medium">{say(T.lots)}</legend>
        <p className="text-sm text-ink-soft">{say(T.order)}</p>
        {errorOf("auctionIds") ? <p className="text-sm text-danger">{errorOf("auctionIds")}</p> : null}
        {candidates.map(({ id, no, title, freeStartsAt }) => <Checkbox key={id} id={id} label={title} hint={<span className="tabular">{no} · {formatDateTime(freeStartsAt, lang)}</span>} />)}
      </fieldset>
      <div><Button type="submit" tone="primary" pending={pending}>{say(T.make)}</Button></div>
    </form>
  );
}
