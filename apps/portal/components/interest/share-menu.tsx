"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { QrCode } from "#components/account/qr-code.tsx";
import { N } from "./interest-texts.ts";

/** The page's address, to be copied or scanned. */
export function ShareMenu({ lang, title }: { readonly lang: Lang; readonly title: string }) {
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState(false);

  function open() {
    setCopied(false);
    setAddress(window.location.origin + window.location.pathname);
  }

  async function copy() {
    await navigator.clipboard.writeText(address ?? "").then(() => setCopied(true), () => setCopied(false));
  }

  return (
    <>
      <Button size="small" onClick={open}>{pick(lang, N.share)}</Button>
      <Dialog lang={lang} open={address !== undefined} onClose={() => setAddress(undefined)} title={pick(lang, N.share)}>
        {address === undefined ? null : (
          <div className="grid justify-items-start gap-4">
            <p lang="zh-CN" className="font-medium">{title}</p>
            <label className="grid w-full gap-1 text-sm text-ink-soft">{pick(lang, N.address)}<input readOnly value={address} className="control w-full text-ink" onFocus={(event) => event.target.select()} /></label>
            <Button size="small" onClick={() => void copy()}>{pick(lang, copied ? N.copied : N.copy)}</Button>
            <QrCode text={address} label={pick(lang, N.scan)} />
            <p className="text-sm text-ink-soft">{pick(lang, N.scan)}</p>
          </div>
        )}
      </Dialog>
    </>
  );
}
