import { RECORD_SIGNER_LABELS } from "@ttx/domain/auction/client";
import { formatDateTime } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { href } from "#lang/href.ts";

const T = {
  signed: { zh: "已签署", en: "Signed" },
  open: { zh: "待签署", en: "Not signed yet" },
  at: { zh: "时间", en: "At" },
  account: { zh: "账号标识", en: "Account" },
  signature: { zh: "签名", en: "Signature" },
  key: { zh: "平台签名公钥指纹", en: "Fingerprint of the platform's key" },
} as const satisfies Record<string, Text>;

type Role = keyof typeof RECORD_SIGNER_LABELS;
export type RecordSignature = { readonly role: Role; readonly bidderNo: string; readonly account: string; readonly signedAt: Date; readonly signature: string; readonly personName?: string };
type Props = {
  readonly lang: Lang;
  readonly signatures: readonly RecordSignature[];
  /** For whom the buyer signs now: the reserve bidder where he took a defaulter's place. */
  readonly bidderNo: string | null;
  readonly keyFingerprint: string;
  readonly acts?: Partial<Record<Role, ReactNode>>;
};

/** The three signatures under a record, each with its time and account, and the key they were made with; those still missing are said to be. */
export function RecordSignatures({ lang, signatures, bidderNo, keyFingerprint, acts = {} }: Props) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid gap-3">
      <ul className="grid gap-4 sm:grid-cols-3">
        {(Object.keys(RECORD_SIGNER_LABELS) as Role[]).map((role) => {
          const one = signatures.findLast((signature) => signature.role === role && (role !== "BUYER" || bidderNo === null || signature.bidderNo === bidderNo));
          return (
            <li key={role} className="grid break-inside-avoid content-start gap-2 rounded border border-line bg-surface p-4">
              <p className="grid justify-items-start gap-2"><span className="font-medium">{say(RECORD_SIGNER_LABELS[role])}</span><StatusTag tone={one ? "done" : "due"}>{say(one ? T.signed : T.open)}</StatusTag></p>
              {one ? (
                <>
                  {one.personName === undefined ? null : <p>{one.personName}</p>}
                  <p className="text-sm text-ink-soft"><time dateTime={one.signedAt.toISOString()}>{formatDateTime(one.signedAt, lang, true)}</time></p>
                  <p className="text-xs text-ink-soft">{say(T.account)} <code className="break-all" title={one.account}>{one.account.slice(0, 16)}</code></p>
                  <p className="text-xs text-ink-soft">{say(T.signature)} <code className="break-all">{one.signature}</code></p>
                </>
              ) : (
                <div data-print="no" className="empty:hidden">{acts[role]}</div>
              )}
            </li>
          );
        })}
      </ul>
      <p className="text-xs text-ink-soft">{say(T.key)} <a className="link" href={href(lang, "/docs/seals")}><code className="break-all">{keyFingerprint}</code></a></p>
    </div>
  );
}
