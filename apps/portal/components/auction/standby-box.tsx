"use client";

import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ActButton } from "#components/account/act-button.tsx";

const STANDBY: Text = { zh: "贵单位为备选受让方：成交人违约的，由贵单位按自己的报价成交。成交人签约后保证金即退还，您也可随时退出。", en: "You are the reserve bidder: if the winner defaults the lot is yours at your own price. Your deposit goes back once he has signed; you may leave at any time." };
const LEAVE: Text = { zh: "退出备选并取回保证金", en: "Leave with the deposit" };
const LEAVE_TEXT: Text = { zh: "退出后不再作为备选受让方，保证金退回原账户。", en: "You no longer stand by, and the deposit goes back to its account." };

export function StandbyBox({ lang, auctionId }: { readonly lang: Lang; readonly auctionId: string }) {
  return (
    <div className="grid gap-2">
      <p>{pick(lang, STANDBY)}</p>
      <div><ActButton lang={lang} tone="primary" url={`/api/v1/auctions/${auctionId}/standby/leave`} label={pick(lang, LEAVE)} sentence={pick(lang, LEAVE_TEXT)} /></div>
    </div>
  );
}
