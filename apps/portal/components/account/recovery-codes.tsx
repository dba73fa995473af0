"use client";

import { Button } from "@ttx/ui/button";
import { CopyIcon } from "@ttx/ui/icons/copy";
import { DownloadIcon } from "@ttx/ui/icons/download";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useRef, useState } from "react";

const T = {
  title: { zh: "请保存恢复码", en: "Keep these recovery codes" },
  text: { zh: "手机不在身边时，可用恢复码代替动态码登录，每个只能使用一次。它们只显示这一次，请打印或保存在安全的地方。", en: "Without your phone, a recovery code signs you in instead; each works once. They are shown this once: print them or keep them in a safe place." },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  save: { zh: "保存为文件", en: "Save as a file" },
  kept: { zh: "我已保存，继续", en: "I have kept them; go on" },
} as const satisfies Record<string, Text>;

/** Ten codes, shown once. */
export function RecoveryCodes({ lang, codes, onKept }: { readonly lang: Lang; readonly codes: readonly string[]; readonly onKept: () => void }) {
  const [copied, setCopied] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const say = (text: Text): string => pick(lang, text);
  useEffect(() => title.current?.focus(), []);

  function save() {
    const address = URL.createObjectURL(new Blob([`${codes.join("\n")}\n`], { type: "text/plain" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: "recovery-codes.txt" });
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <section className="grid max-w-lg gap-4 rounded border border-due-line bg-due-soft p-5">
      <h2 ref={title} tabIndex={-1} className="font-semibold outline-none">{say(T.title)}</h2>
      <p className="text-sm">{say(T.text)}</p>
      <ul className="tabular grid grid-cols-2 gap-x-6 gap-y-1 rounded bg-surface p-4 font-mono text-base">
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button size="small" icon={<CopyIcon size={16} />} onClick={() => void navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true))}>{say(copied ? T.copied : T.copy)}</Button>
        <Button size="small" icon={<DownloadIcon size={16} />} onClick={save}>{say(T.save)}</Button>
        <Button size="small" tone="primary" onClick={onKept}>{say(T.kept)}</Button>
      </div>
    </section>
  );
}
