import type { RoomInside } from "@ttx/domain/negotiation";
import { formatDateTime } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { fileSize } from "#components/document/file-size.ts";
import { PreviewLink } from "#components/document/preview-link.tsx";
import { R } from "./room-texts.ts";

type Props = { readonly lang: Lang; readonly roomId: string; readonly documents: RoomInside["documents"]; readonly views: RoomInside["views"]; readonly ownId: string; readonly unitOf: (organisationId: string | null) => string };

/** The files shown in the room, each with who may see it and who has. */
export function RoomDocuments({ lang, roomId, documents, views, ownId, unitOf }: Props) {
  if (documents.length === 0) return <p className="text-ink-soft">{pick(lang, R.noDocuments)}</p>;
  const colon = lang === "zh" ? "：" : ": ";
  return (
    <ul className="grid gap-3">
      {documents.map((document) => {
        const seen = views.filter(({ documentNo }) => documentNo === document.no);
        return (
          <li key={document.no} className="grid gap-2 rounded border border-line bg-surface px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium">{document.name}</span>
              <span className="tabular text-sm text-ink-soft">{fileSize(document.sizeBytes)}</span>
              {document.withdrawnAt ? <StatusTag tone="ended">{pick(lang, R.withdrawn)}</StatusTag> : null}
              {document.mayView ? <PreviewLink lang={lang} name={document.name} kind="pdf" shownAt={`/api/v1/negotiations/${roomId}/documents/${document.no}`} savedAt={null} /> : null}
              {document.mayWithdraw ? <ConfirmedAct lang={lang} url={`/api/v1/negotiations/${roomId}/documents/${document.no}/withdraw`} label={pick(lang, R.takeBack)} sentence={pick(lang, R.takeBackSentence).replace("{name}", document.name)} tone="danger" binding={false} small /> : null}
            </div>
            <p className="text-sm text-ink-soft">{pick(lang, R.shownBy)}{colon}{unitOf(document.organisationId)} · <span className="tabular">{formatDateTime(document.at, lang)}</span></p>
            {document.organisationId === ownId ? (
              <div className="text-sm">
                <p className="text-ink-soft">{pick(lang, R.viewers)}{colon}{document.viewers.map(unitOf).join(lang === "zh" ? "、" : ", ") || "—"}</p>
                <p className="text-ink-soft">{pick(lang, R.viewed)}{colon}{seen.length === 0 ? pick(lang, R.notViewed) : null}</p>
                {seen.length > 0 ? <ul className="ml-4 list-disc">{seen.map((view, i) => <li key={i}>{view.personName}{lang === "zh" ? "（" : " ("}{unitOf(view.organisationId)}{lang === "zh" ? "）" : ")"} <span className="tabular">{formatDateTime(view.at, lang)}</span></li>)}</ul> : null}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
