import { formatDateTime } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { ACCOUNT, RECORD_ROLES } from "./record-texts.ts";

const T = {
  signed: { zh: "已签署", en: "Signed" },
  open: { zh: "待签署", en: "Not signed yet" },
  at: { zh: "时间", en: "At" },
  signature: { zh: "签名", en: "Signature" },
} as const satisfies Record<string, Text>;

export type RecordSignature = { readonly role: keyof typeof RECORD_ROLES; readonly bidderNo: string; readonly account: string; readonly signedAt: Date; readonly signature: string; readonly personName?: string };
type Props = {
  readonly lang: Lang;
  readonly signatures: readonly RecordSignature[];
  /** For whom the buyer signs now: the reserve bidder where he took a defaulter's place. */
  readonly bidderNo: string | null;
  readonly acts?: Partial<Record<keyof typeof RECORD_ROLES, ReactNode>>;
};

/** The three signatures under a record, each with its time and account; those still missing are said to be. */
export function RecordSignatures({ lang, signatures, bidderNo, acts = {} }: Props) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      {(Object.keys(RECORD_ROLES) as (keyof typeof RECORD_ROLES)[]).map((role) => {
        const one = signatures.findLast((signature) => signature.role === role && (role !== "BUYER" || bidderNo === null || signature.bidderNo === bidderNo));
        return (
          <li key={role} className="grid content-start gap-2 rounded border border-line bg-surface p-4">
            <p className="flex flex-wrap items-center justify-between gap-2"><span className="font-medium">{say(RECORD_ROLES[role])}</span><StatusTag tone={one ? "done" : "due"}>{say(one ? T.signed : T.open)}</StatusTag></p>
            {one ? (
              <>
                {one.personName === undefined ? null : <p>{one.personName}</p>}
                <p className="text-sm text-ink-soft"><time dateTime={one.signedAt.toISOString()}>{formatDateTime(one.signedAt, lang, true)}</time></p>
                <p className="text-xs text-ink-soft">{say(ACCOUNT)} <code className="break-all" title={one.account}>{one.account.slice(0, 16)}</code></p>
                <p className="text-xs text-ink-soft">{say(T.signature)} <code className="break-all">{one.signature}</code></p>
              </>
            ) : (
              <div data-print="no" className="empty:hidden">{acts[role]}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
