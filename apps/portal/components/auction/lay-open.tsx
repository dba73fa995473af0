"use client";

import { isPrivateKeyOf, openHalves } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { ReadFileButton } from "./read-file-button.tsx";
import { KEY_HOLDERS } from "./staged-texts.ts";

const T = {
  intro: { zh: "用本机构保管的私钥在浏览器中解开密钥份额并提交。两方都提交后，系统开启竞买人尚未自行开启的报价；私钥不会离开本机。", en: "Your private key opens your halves in this browser; with both holders' halves the bids not yet opened by their bidders are opened. The private key never leaves this device." },
  file: { zh: "选择私钥文件", en: "Choose the private key's file" },
  key: { zh: "私钥文件内容（JSON）", en: "Content of the private key's file (JSON)" },
  open: { zh: "提交密钥份额", en: "Lay open the halves" },
  bids: { zh: "本轮共 {n} 份密封报价。", en: "{n} sealed bids in this round." },
  otherDone: { zh: "{other}已提交份额；您提交后立即开启。", en: "{other} has laid open its halves; with yours the bids are opened at once." },
  otherOpen: { zh: "{other}尚未提交份额。", en: "{other} has not laid open its halves yet." },
  opened: { zh: "两方份额均已提交，报价已开启；结果在本阶段结束后公布。", en: "Both holders have laid their halves open, and the bids are open; the result is told when the stage is over." },
  done: { zh: "本机构已提交本轮密钥份额。", en: "Your halves of this round are laid open." },
  wrong: { zh: "这不是本场公告所列公钥对应的私钥，没有提交任何份额。", en: "This is not the private key of the one announced for this lot; nothing was laid open." },
  checked: { zh: "每一份都会与公告中的公钥和竞买人的密封内容核对，有一份不符，整次提交都不接受；提交的份额连同核对依据在竞价结束后公布。", en: "Each half is checked against the announced key and what the bidder sealed; if one is wrong, none is taken. The halves are published with the log when the lot is over." },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly auctionId: string; readonly laidOpen: boolean; readonly holder: "VENUE" | "NOTARY"; readonly otherLaidOpen: boolean; readonly modulus: string; readonly halves: readonly { readonly bidderNo: string; readonly half: string }[] };

/** A key holder's part in the opening. */
export function LayOpen({ lang, auctionId, laidOpen, holder, otherLaidOpen, modulus, halves }: Props) {
  const { submit, problems, pending } = useMutation(`/api/v1/auctions/${auctionId}/key-shares`);
  const [key, setKey] = useState("");
  const [isWrong, setWrong] = useState(false);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);

  async function send() {
    setWrong(false);
    const shares = await opened(key, modulus, halves);
    if (shares === null) return setWrong(true);
    const outcome = await submit({ shares });
    if (outcome.ok) {
      setKey("");
      router.refresh();
    }
  }

  const other = say(KEY_HOLDERS[holder === "VENUE" ? "NOTARY" : "VENUE"]);
  if (laidOpen) return <><p className="text-sm text-done">{say(T.done)}</p><p className="mt-2 text-sm text-ink-soft">{otherLaidOpen ? say(T.opened) : fillText(say(T.otherOpen), { other })}</p></>;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-soft">{say(T.intro)}</p>
      <p className="text-sm text-ink-soft">{say(T.checked)}</p>
      <p className="text-sm">{fillText(say(T.bids), { n: halves.length })}{lang === "en" ? " " : ""}{fillText(say(otherLaidOpen ? T.otherDone : T.otherOpen), { other })}</p>
      <ErrorSummary lang={lang} items={isWrong ? [{ message: say(T.wrong) }] : (problems?.summary ?? [])} />
      <ReadFileButton id="private-key-file" label={say(T.file)} onText={setKey} />
      <Textarea id="private-key" className="max-h-36! text-xs" label={say(T.key)} value={key} onChange={(event) => setKey(event.target.value)} />
      <div><Button tone="primary" pending={pending} disabled={key === ""} onClick={() => void send()}>{say(T.open)}</Button></div>
    </div>
  );
}

async function opened(key: string, modulus: string, halves: Props["halves"]): Promise<Record<string, string> | null> {
  try {
    const privateKey = JSON.parse(key) as Record<string, unknown>;
    return isPrivateKeyOf(modulus, privateKey) ? await openHalves(privateKey, halves) : null;
  } catch {
    return null;
  }
}
