"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { useMe } from "#client/use-me.ts";
import { useMutation } from "#client/use-mutation.ts";

const ASK: Text = { zh: "开始前提醒我", en: "Remind me before it starts" };
const DROP: Text = { zh: "取消提醒", en: "Do not remind me" };
const ASKED: Text = { zh: "开始前 30 分钟会发站内通知和邮件。", en: "You will be told 30 minutes before the start, here and by mail." };

/** For a signed-in person and a lot that has not begun. */
export function ReminderButton({ lang, auctionId }: { readonly lang: Lang; readonly auctionId: string }) {
  const me = useMe();
  const url = `/api/v1/auctions/${auctionId}/reminder`;
  const [asked, setAsked] = useState<boolean | null>(null);
  const ask = useMutation<{ asked: boolean }>(url);
  const drop = useMutation<{ asked: boolean }>(url, { method: "DELETE" });
  const isSignedIn = me !== null && me !== "asking";
  useEffect(() => {
    if (!isSignedIn) return;
    void fetch(url, { headers: { accept: "application/json" } }).then(async (answer) => (answer.ok ? setAsked(((await answer.json()) as { asked: boolean }).asked) : undefined), () => undefined);
  }, [isSignedIn, url]);
  if (!isSignedIn || asked === null) return null;

  async function turn() {
    const outcome = await (asked ? drop : ask).submit({});
    if (outcome.ok) setAsked(outcome.value.asked);
  }
  const problem = (asked ? drop : ask).problems?.summary[0]?.message;
  return (
    <div className="grid gap-2">
      <div><Button tone="secondary" pending={ask.pending || drop.pending} onClick={() => void turn()}>{pick(lang, asked ? DROP : ASK)}</Button></div>
      <p role="status" className="text-sm text-ink-soft empty:hidden">{problem ?? (asked ? pick(lang, ASKED) : null)}</p>
    </div>
  );
}
