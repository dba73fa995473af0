"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { deskAct } from "./desk-act.ts";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  freeze: { zh: "中止竞价", en: "Freeze the bidding" },
  reason: { zh: "中止原因", en: "Reason" },
  reasonHint: { zh: "将写入记录并向竞买人公布，例如“网络故障”。", en: "Goes into the record and is told to the bidders, for example “network fault”." },
  resume: { zh: "恢复竞价", en: "Resume the bidding" },
  resumeText: { zh: "{minutes} 分钟内排除故障的立即恢复，超过的提前 {hours} 小时通知后恢复；截止时间按公告规则顺延。", en: "After {minutes} minutes at most the bidding goes on at once, after longer with {hours} hours' notice; the end shifts by the rules." },
  since: { zh: "{since} 起中止；{until} 前恢复的，立即继续。", en: "Frozen since {since}; resumed before {until}, it goes on at once." },
  start: { zh: "开始竞价", en: "Start the bidding" },
  startText: { zh: "竞价时间已到。登记主持后开始：等待不超过 {minutes} 分钟的立即开始，超过的提前 {hours} 小时通知；等待的时间顺延到截止时间。", en: "The start has come. Take the chair, then start: within {minutes} minutes it begins at once, after longer with {hours} hours' notice. The end shifts by the time that was waited." },
  waiting: { zh: "已通知恢复时间：{at}，到时自动恢复。", en: "It goes on by itself at {at}, as everybody was told." },
  confirm: { zh: "签署成交确认书", en: "Sign the confirmation" },
  sentence: { zh: "确认竞买号 {no} 以下列价格成交。签署后生成成交项目，转让方与受让方据此签订合同。", en: "Confirms that bidder {no} has won at the price below. A deal is opened for both sides to sign." },
  action: { zh: "确认成交", en: "Confirm the award" },
  confirmed: { zh: "成交价", en: "Price" },
  bidder: { zh: "竞买号", en: "Bidder number" },
} as const satisfies Record<string, Text>;

type Props = {
  readonly lang: Lang;
  readonly auctionId: string;
  readonly state: string;
  readonly price: string | null;
  readonly leaderNo: string | null;
  /** The announced start has come, and it waits for its auctioneer. */
  readonly isNotBegun: boolean;
  readonly reopensAt: string | null;
  readonly frozenSince: string | null;
  readonly outage: { readonly shortOutageSeconds: number; readonly restartNoticeHours: number };
  readonly may: { readonly freeze: boolean; readonly resume: boolean; readonly confirm: boolean };
};

/** What the auctioneer may do with the lot as it stands. */
export function AuctioneerDesk({ lang, auctionId, state, price, leaderNo, isNotBegun, reopensAt, frozenSince, outage, may }: Props) {
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  const act = deskAct({ state, leaderNo, reopensAt, price, may });
  if (act === "FREEZE") {
    return (
      <MutationForm url={`/api/v1/auctions/${auctionId}/freeze`} onDone={() => router.refresh()}>
        {({ pending, errorOf }) => (
          <>
            <TextInput id="reason" name="reason" label={say(T.reason)} hint={say(T.reasonHint)} error={errorOf("reason")} />
            <Button type="submit" tone="danger" pending={pending}>{say(T.freeze)}</Button>
          </>
        )}
      </MutationForm>
    );
  }
  if (act === "WAIT" && reopensAt !== null) return <p className="text-sm">{fillText(say(T.waiting), { at: formatDateTime(reopensAt, lang) })}</p>;
  if (act === "RESUME") {
    const text = fillText(say(isNotBegun ? T.startText : T.resumeText), { minutes: Math.round(outage.shortOutageSeconds / 60), hours: outage.restartNoticeHours });
    return (
      <MutationForm url={`/api/v1/auctions/${auctionId}/resume`} onDone={() => router.refresh()}>
        {({ pending }) => (
          <>
            <p className="text-sm text-ink-soft">{text}</p>
            {frozenSince === null || isNotBegun ? null : <p className="text-sm">{fillText(say(T.since), { since: formatDateTime(frozenSince, lang, true), until: formatDateTime(new Date(Date.parse(frozenSince) + outage.shortOutageSeconds * 1_000), lang, true) })}</p>}
            <Button type="submit" tone="primary" pending={pending}>{say(isNotBegun ? T.start : T.resume)}</Button>
          </>
        )}
      </MutationForm>
    );
  }
  return act === "CONFIRM" && price !== null && leaderNo !== null ? <ConfirmAward lang={lang} auctionId={auctionId} price={price} leaderNo={leaderNo} /> : null;
}

function ConfirmAward({ lang, auctionId, price, leaderNo }: { readonly lang: Lang; readonly auctionId: string; readonly price: string; readonly leaderNo: string }) {
  const { submit, problems, pending, done } = useMutation(`/api/v1/auctions/${auctionId}/confirm`);
  const confirm = useConfirm();
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  return (
    <>
      <Button tone="primary" onClick={confirm.ask}>{say(T.confirm)}</Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={() => {
          confirm.close();
          if (done !== null) router.refresh();
        }}
        title={say(T.confirm)}
        sentence={say(T.sentence).replace("{no}", leaderNo)}
        amount={price}
        action={say(T.action)}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void submit({ price })}
        receipt={done === null ? null : [{ term: say(T.confirmed), value: formatYuan(price) }, { term: say(T.bidder), value: leaderNo }]}
      />
    </>
  );
}
