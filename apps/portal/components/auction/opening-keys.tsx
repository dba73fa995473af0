"use client";

import { newOpeningKey } from "@ttx/domain/auction/client";
import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  make: { zh: "生成并登记新的密钥", en: "Make and register a new key" },
  making: { zh: "正在生成…", en: "Making the key…" },
  save: { zh: "下载私钥文件", en: "Download the private key" },
  keep: { zh: "公钥已登记。请立即下载私钥并离线妥善保管：平台没有备份，丢失后未由竞买人自行开启的报价无法开启。", en: "The public half is registered. Download the private key now and keep it offline: the platform has no copy, and without it bids that their bidders do not open stay closed." },
} as const satisfies Record<string, Text>;

/** Makes a key pair in the browser, registers the public half, and hands the private one to its holder. */
export function RegisterKey({ lang, venueId }: { readonly lang: Lang; readonly venueId: string }) {
  const { submit, problems, pending } = useMutation<{ readonly fingerprint: string }>(`/api/v1/venues/${venueId}/opening-keys`);
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [isMaking, setMaking] = useState(false);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);

  async function make() {
    setMaking(true);
    const { publicKey, privateKey } = await newOpeningKey();
    const outcome = await submit({ publicKey });
    setMaking(false);
    if (!outcome.ok) return;
    setFile({ name: `opening-key-${outcome.value.fingerprint.slice(0, 12)}.json`, text: JSON.stringify(privateKey) });
    router.refresh();
  }

  return (
    <div className="grid gap-3">
      <ErrorSummary lang={lang} items={problems?.summary ?? []} />
      {file === null ? (
        <div><Button tone="primary" pending={pending || isMaking} pendingText={say(T.making)} onClick={() => void make()}>{say(T.make)}</Button></div>
      ) : (
        <>
          <p role="status" className="text-due">{say(T.keep)}</p>
          <p><a className="link" download={file.name} href={`data:application/json,${encodeURIComponent(file.text)}`}>{say(T.save)}</a></p>
        </>
      )}
    </div>
  );
}
