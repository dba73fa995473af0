"use client";

import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { formatDateTime } from "@ttx/ui/format";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";

const T = {
  title: { zh: "专场名称", en: "Title" },
  titleEn: { zh: "英文名称", en: "English title" },
  optional: { zh: "选填", en: "optional" },
  lots: { zh: "专场标的", en: "Lots of the session" },
  order: { zh: "按目录顺序排列；各标的按其公告的时间竞价。", en: "In the order of the catalogue; each lot runs at the times of its own announcement." },
  none: { zh: "还没有选入标的。", en: "No lot has been taken in yet." },
  more: { zh: "可选入的标的", en: "Lots that can be taken in" },
  add: { zh: "选入", en: "Take in" },
  remove: { zh: "移出", en: "Take out" },
  up: { zh: "上移", en: "Up" },
  make: { zh: "发布专场", en: "Publish the session" },
  save: { zh: "保存修改", en: "Save the changes" },
} as const satisfies Record<string, Text>;

export type SessionLot = { readonly id: string; readonly no: string; readonly title: string; readonly freeStartsAt: string };
export type EditedSession = { readonly id: string; readonly title: string; readonly titleEn: string; readonly auctionIds: readonly string[] };
type Props = { readonly lang: Lang; readonly candidates: readonly SessionLot[]; readonly session?: EditedSession };

/** Puts announced lots of the venue together under one title, in the order of its catalogue; or changes such a session before its first lot begins. */
export function SessionForm({ lang, candidates, session }: Props) {
  const { submit, problems, pending } = useMutation<{ sessionId: string }>(session ? `/api/v1/auction-sessions/${session.id}` : "/api/v1/auction-sessions", session ? { method: "PUT" } : {});
  const [chosen, setChosen] = useState<readonly string[]>(session?.auctionIds ?? []);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  const errorOf = (field: string): string | undefined => problems?.fields[field];
  const lotOf = new Map(candidates.map((lot) => [lot.id, lot]));
  const others = candidates.filter(({ id }) => !chosen.includes(id));

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const titleEn = String(form.get("titleEn") ?? "").trim();
    const outcome = await submit({ title: String(form.get("title") ?? ""), ...(titleEn === "" ? {} : { titleEn }), auctionIds: chosen });
    if (outcome.ok) router.push(href(lang, `/auctions/sessions/${outcome.value.sessionId}`));
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid max-w-3xl gap-6">
      {problems ? <ErrorSummary lang={lang} items={problems.summary} /> : null}
      <TextInput id="title" name="title" label={say(T.title)} error={errorOf("title")} maxLength={60} defaultValue={session?.title ?? ""} />
      <TextInput id="titleEn" name="titleEn" label={say(T.titleEn)} optional={say(T.optional)} error={errorOf("titleEn")} maxLength={120} defaultValue={session?.titleEn ?? ""} />
      <section id="auctionIds" aria-labelledby="session-lots" className="grid gap-3">
        <h2 id="session-lots" className="font-medium">{say(T.lots)}</h2>
        <p className="text-sm text-ink-soft">{say(T.order)}</p>
        {errorOf("auctionIds") ? <p className="text-sm text-danger">{errorOf("auctionIds")}</p> : null}
        {chosen.length === 0 ? <p className="text-ink-soft">{say(T.none)}</p> : null}
        <ol className="divide-y divide-line rounded border border-line bg-surface empty:hidden">
          {chosen.map((id, at) => (
            <LotRow key={id} lang={lang} lot={lotOf.get(id)!} place={at + 1}>
              <Button size="small" tone="plain" disabled={at === 0} aria-label={`${say(T.up)} ${lotOf.get(id)!.title}`} onClick={() => setChosen(swapped(chosen, at))}>{say(T.up)}</Button>
              <Button size="small" tone="plain" aria-label={`${say(T.remove)} ${lotOf.get(id)!.title}`} onClick={() => setChosen(chosen.filter((one) => one !== id))}>{say(T.remove)}</Button>
            </LotRow>
          ))}
        </ol>
        {others.length > 0 ? <h3 className="mt-2 text-sm font-medium">{say(T.more)}</h3> : null}
        <ul className="divide-y divide-line rounded border border-line bg-surface empty:hidden">
          {others.map((lot) => (
            <LotRow key={lot.id} lang={lang} lot={lot}>
              <Button size="small" aria-label={`${say(T.add)} ${lot.title}`} onClick={() => setChosen([...chosen, lot.id])}>{say(T.add)}</Button>
            </LotRow>
          ))}
        </ul>
      </section>
      <div><Button type="submit" tone="primary" pending={pending}>{say(session ? T.save : T.make)}</Button></div>
    </form>
  );
}

/** The list with the one at a place and the one before it exchanged. */
function swapped(ids: readonly string[], at: number): readonly string[] {
  return ids.map((id, i) => (i === at ? ids[at - 1]! : i === at - 1 ? ids[at]! : id));
}

function LotRow({ lang, lot, place, children }: { readonly lang: Lang; readonly lot: SessionLot; readonly place?: number; readonly children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-3">
      <span className="min-w-0">
        <span className="block">{place === undefined ? "" : `${place}. `}{lot.title}</span>
        <span className="tabular text-sm text-ink-soft">{lot.no} · {formatDateTime(lot.freeStartsAt, lang)}</span>
      </span>
      <span className="flex gap-2">{children}</span>
    </li>
  );
}
