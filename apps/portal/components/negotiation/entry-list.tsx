import { ENTRY_LABELS, REFUSAL_REASON_LABELS, type EntryKind, type RefusalReason } from "@ttx/domain/negotiation/client";
import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { R } from "./room-texts.ts";

export type ShownEntry = { readonly no: number; readonly kind: string; readonly organisationId: string | null; readonly personName: string; readonly text: string; readonly about: number | null; readonly at: Date };

type Props = { readonly lang: Lang; readonly entries: readonly ShownEntry[]; readonly ownId: string; readonly unitOf: (organisationId: string | null) => string };

/** What happened in the room, in order: messages as they were said, everything else in a line. */
export function EntryList({ lang, entries, ownId, unitOf }: Props) {
  if (entries.length === 0) return <p className="text-ink-soft">{pick(lang, R.noEntries)}</p>;
  return (
    <ol className="grid gap-3">
      {entries.map((entry) => (
        <li key={entry.no} className={entry.kind === "MESSAGE" ? `grid max-w-prose gap-1 rounded border border-line px-3 py-2 ${entry.organisationId === ownId ? "justify-self-end bg-brand-soft" : "bg-surface"}` : "text-sm text-ink-soft"}>
          {entry.kind === "MESSAGE" ? (
            <>
              <p className="text-sm text-ink-soft"><span className="font-medium text-ink">{entry.personName}</span> · {unitOf(entry.organisationId)} · <time className="tabular">{formatDateTime(entry.at, lang)}</time></p>
              <p className="whitespace-pre-line break-words">{entry.text}</p>
            </>
          ) : (
            <>
              <time className="tabular mr-2">{formatDateTime(entry.at, lang)}</time>
              <span>{[entry.personName, pick(lang, ENTRY_LABELS[entry.kind as EntryKind]), entry.about === null ? "" : `№ ${entry.about}`].filter(Boolean).join(" ")}</span>
              {entry.text ? <span>{lang === "zh" ? "：" : ": "}{worded(lang, entry.text)}</span> : null}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A refusal begins with its reason's code. */
function worded(lang: Lang, text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const reason = REFUSAL_REASON_LABELS[first as RefusalReason];
  return [reason ? pick(lang, reason) : first, ...rest].filter(Boolean).join(lang === "zh" ? "；" : "; ");
}
