import type { Lang } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { previewByName } from "./preview-kind.ts";
import { PreviewLink } from "./preview-link.tsx";

type FileLinkProps = { readonly lang: Lang; readonly documentId: string; readonly name: string; readonly children?: ReactNode; readonly className?: string };

/** A file by its name: looked at over the page where a browser can show it, saved to disk where not. */
export function FileLink({ lang, documentId, name, children = name, className = "link break-all" }: FileLinkProps) {
  const savedAt = `/api/v1/documents/${documentId}/content`;
  const kind = previewByName(name);
  if (kind === null) return <a className={className} href={savedAt} download>{children}</a>;
  return <PreviewLink lang={lang} name={name} kind={kind} shownAt={`${savedAt}?view=1`} savedAt={savedAt} className={className}>{children}</PreviewLink>;
}
