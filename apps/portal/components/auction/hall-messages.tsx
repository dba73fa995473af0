"use client";

import { formatDateTime } from "@ttx/ui/format";
import { LiveRegion } from "@ttx/ui/live-region";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { askForLot } from "./ask-for-lot.ts";

const TITLE: Text = { zh: "主持人公告", en: "From the auctioneer" };
const CHAIR: Text = { zh: "主持", en: "In the chair" };

export type HallMessage = { readonly no: number; readonly text: string; readonly at: string };
export type Presider = { readonly name: string; readonly licence: string };
const FROZEN: Text = { zh: "竞价已中止", en: "The bidding is frozen" };
const RESUMES: Text = { zh: "恢复时间", en: "It goes on" };
const AWAITED: Text = { zh: "开始时间已到，拍卖师登记主持后开始；此前不接受出价，截止时间相应顺延", en: "The start has come, and it begins once its auctioneer is in the chair; until then no bid is taken, and the end will shift" };
const PAUSED: Text = { zh: "自由竞价期有竞争，间歇后进入限时竞价", en: "There was a contest; after a pause the limited period follows" };
const BEGINS: Text = { zh: "开始时间", en: "It begins" };
const UNKNOWN: Text = { zh: "故障排除后通知", en: "when the fault is repaired; you will be told" };
export type Hall = { readonly messages: readonly HallMessage[]; readonly presider: Presider | null; readonly frozenReason: string | null; /** Frozen at its start for want of an auctioneer, not by a fault. */ readonly isNotBegun: boolean; readonly reopensAt: string | null };

/** Who conducts the lot and what he has said, newest first; asked for again when the lot's version says that something has happened. */
export function HallMessages({ lang, auctionId, version, initial }: { readonly lang: Lang; readonly auctionId: string; readonly version: number; readonly initial: Hall }) {
  const [hall, setHall] = useState(initial);
  const [first] = useState(version);
  useEffect(() => {
    if (version === first) return;
    void askForLot<Hall>(auctionId, version).then((now) => now && setHall(now));
  }, [auctionId, version, first]);
  const [latest] = hall.messages;
  if (!latest && !hall.presider && hall.frozenReason === null && hall.reopensAt === null) return null;
  return (
    <section aria-labelledby="hall" className="grid gap-2 rounded border border-line bg-surface p-4 sm:p-6">
      <h2 id="hall" className="font-semibold">{pick(lang, TITLE)}</h2>
      {hall.isNotBegun ? (
        <p role="status" className="text-due">
          {pick(lang, AWAITED)}{lang === "zh" ? "。" : ". "}
          {hall.reopensAt === null ? null : <>{pick(lang, BEGINS)}{lang === "zh" ? "：" : " "}<time dateTime={hall.reopensAt}>{formatDateTime(hall.reopensAt, lang)}</time></>}
        </p>
      ) : null}
      {hall.frozenReason === null || hall.isNotBegun ? null : (
        <p role="status" className="text-due">
          {pick(lang, FROZEN)}{lang === "zh" ? "：" : ": "}<span lang="zh-CN">{hall.frozenReason}</span>{lang === "zh" ? "。" : ". "}
          {pick(lang, RESUMES)}{lang === "zh" ? "：" : " "}{hall.reopensAt === null ? pick(lang, UNKNOWN) : <time dateTime={hall.reopensAt}>{formatDateTime(hall.reopensAt, lang)}</time>}
        </p>
      )}
      {hall.frozenReason === null && hall.reopensAt !== null ? (
        <p role="status" className="text-due">
          {pick(lang, PAUSED)}{lang === "zh" ? "。" : ". "}{pick(lang, BEGINS)}{lang === "zh" ? "：" : " "}<time dateTime={hall.reopensAt}>{formatDateTime(hall.reopensAt, lang, true)}</time>
        </p>
      ) : null}
      {hall.presider ? <p className="text-sm text-ink-soft">{`${pick(lang, CHAIR)}${lang === "zh" ? "：" : ": "}${hall.presider.name}`}{hall.presider.licence === "" ? "" : ` · ${hall.presider.licence}`}</p> : null}
      <ul className="grid gap-2 empty:hidden">
        {hall.messages.map(({ no, text, at }) => (
          <li key={no}>
            <time dateTime={at} className="tabular mr-2 text-sm text-ink-soft">{formatDateTime(at, lang, true)}</time>
            <span lang="zh-CN" className="whitespace-pre-line">{text}</span>
          </li>
        ))}
      </ul>
      <LiveRegion message={latest && latest !== initial.messages[0] ? latest.text : ""} />
    </section>
  );
}
