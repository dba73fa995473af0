"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  RECORDER: { zh: "签署竞价笔录", en: "Sign the record" },
  BUYER: { zh: "签署成交确认书", en: "Sign the confirmation" },
  recorderText: { zh: "您以记录人身份签署：竞价经过与记录一致，竞买号 {no} 以下列价格成交。", en: "You sign as recorder: the bidding went as the log says, and bidder {no} won at the price below." },
  buyerText: { zh: "贵单位以竞买号 {no} 签署成交确认书，确认以下列价格成交。", en: "Your organisation signs the confirmation as bidder {no}: it won at the price below." },
  at: { zh: "签署时间", en: "Signed" },
  signature: { zh: "平台签名（Ed25519）", en: "Signature of the platform (Ed25519)" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly auctionId: string; readonly role: "RECORDER" | "BUYER"; readonly price: string; readonly bidderNo: string };
const PATHS = { RECORDER: "record-signature", BUYER: "confirmation/signature" } as const;

/** One person signs the record of the bidding: what is signed is said once more, then comes the receipt. */
export function SignRecordAct({ lang, auctionId, role, price, bidderNo }: Props) {
  const { submit, problems, pending, done, reset } = useMutation<{ readonly signedAt: string; readonly signature: string }>(`/api/v1/auctions/${auctionId}/${PATHS[role]}`);
  const confirm = useConfirm(reset);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  return (
    <>
      <Button
        tone="primary"
        onClick={confirm.ask}
      >
        {say(T[role])}
      </Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={() => {
          confirm.close();
          if (done !== null) router.refresh();
        }}
        title={say(T[role])}
        sentence={fillText(say(role === "BUYER" ? T.buyerText : T.recorderText), { no: bidderNo })}
        amount={price}
        action={say(T[role])}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void submit({ price })}
        receipt={done === null ? null : [{ term: say(T.at), value: formatDateTime(done.signedAt, lang, true) }, { term: say(T.signature), value: <code className="text-xs break-all">{done.signature}</code> }]}
      />
    </>
  );
}
