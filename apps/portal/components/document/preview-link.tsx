"use client";

import { Dialog } from "@ttx/ui/dialog";
import { DownloadIcon } from "@ttx/ui/icons/download";
import { EyeIcon } from "@ttx/ui/icons/eye";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState, type MouseEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";

const T = {
  view: { zh: "查看", en: "View" },
  load: { zh: "下载", en: "Download" },
  apart: { zh: "在新页面打开", en: "Open in a new page" },
  cannot: { zh: "此浏览器不能在页面中显示 PDF，请在新页面打开或下载。", en: "This browser cannot show a PDF inside the page. Open it in a new page or download it." },
  gone: { zh: "文件无法显示：可能已被移除，或您无权查看。", en: "The file cannot be shown: it may have been removed, or you may not read it." },
} as const satisfies Record<string, Text>;

export type Preview = "picture" | "pdf";

export type PreviewLinkProps = {
  readonly lang: Lang;
  readonly name: string;
  readonly kind: Preview;
  /** Where the browser finds the file to show, and where it finds it to save; null where it is only to be looked at. */
  readonly shownAt: string;
  readonly savedAt: string | null;
  /** What stands in the link; "View" with the file's name for screen readers where nothing is given. */
  readonly children?: ReactNode;
  readonly className?: string;
};

/** A picture or PDF over the page that names it. A plain link still: with another button, or without scripts, it opens a page of its own. */
export function PreviewLink({ lang, name, kind, shownAt, savedAt, children, className = "link inline-flex min-h-9 items-center gap-1 text-sm" }: PreviewLinkProps) {
  const [isOpen, setOpen] = useState(false);
  const open = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <a className={className} href={shownAt} target="_blank" rel="noopener" aria-haspopup="dialog" onClick={open}>
        {children ?? <><EyeIcon size={16} />{pick(lang, T.view)}<span className="sr-only">{` ${name}`}</span></>}
      </a>
      {/* Over the page and not in it: the link may stand in a paragraph, where HTML allows no dialog. */}
      {isOpen ? createPortal(
        <Dialog
          lang={lang}
          open
          onClose={() => setOpen(false)}
          width="wide"
          title={<span className="break-all">{name}</span>}
          footer={
            <>
              <a className="link inline-flex min-h-9 items-center gap-1 text-sm" href={shownAt} target="_blank" rel="noopener">{pick(lang, T.apart)}</a>
              {savedAt === null ? null : <a className="link inline-flex min-h-9 items-center gap-1 text-sm" href={savedAt} download><DownloadIcon size={16} />{pick(lang, T.load)}</a>}
            </>
          }
        >
          {kind === "picture" ? <Picture lang={lang} name={name} address={shownAt} /> : (
            <object data={shownAt} type="application/pdf" aria-label={name} className="block h-[65vh] w-full">
              <p className="text-ink-soft">{pick(lang, T.cannot)}</p>
            </object>
          )}
        </Dialog>,
        document.body,
      ) : null}
    </>
  );
}

function Picture({ lang, name, address }: { readonly lang: Lang; readonly name: string; readonly address: string }) {
  const [isGone, setGone] = useState(false);
  if (isGone) return <p role="alert" className="text-ink-soft">{pick(lang, T.gone)}</p>;
  return <img src={address} alt={name} onError={() => setGone(true)} className="mx-auto block max-h-[65vh] max-w-full object-contain" />;
}
