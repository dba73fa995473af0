import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { DownloadIcon } from "@ttx/ui/icons/download";
import { LinkButton } from "@ttx/ui/link-button";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { href } from "#lang/href.ts";
import { V } from "./deal-texts.ts";

export type Certificate = { readonly id: string; readonly no: string; readonly verifyCode: string; readonly issuedAt: Date; readonly revokedAt: Date | null; readonly revokedReason: string | null };

type Props = {
  readonly lang: Lang;
  readonly dealId: string;
  readonly title: string;
  readonly hasVenue: boolean;
  readonly certificates: readonly Certificate[];
  readonly mayIssue: boolean;
  readonly mayRevoke: boolean;
};

/** The certificates of a deal, newest first: one stands at most, revoked ones stay to be seen. */
export function DealCertificate({ lang, dealId, title, hasVenue, certificates, mayIssue, mayRevoke }: Props) {
  return (
    <div className="grid gap-4">
      {certificates.length === 0 ? <p className="text-ink-soft">{pick(lang, hasVenue ? V.none : V.noVenue)}</p> : null}
      {certificates.map(({ id, no, verifyCode, issuedAt, revokedAt, revokedReason }) => (
        <div key={id} className="grid gap-3 rounded border border-line bg-surface p-4">
          <p className="flex flex-wrap items-center gap-3">
            <span className="tabular font-medium">{no}</span>
            <StatusTag tone={revokedAt ? "ended" : "done"}>{pick(lang, revokedAt ? V.revoked : V.active)}</StatusTag>
          </p>
          <DefinitionList items={[{ term: pick(lang, V.issuedAt), value: <span className="tabular">{formatDateTime(issuedAt, lang)}</span> }, ...(revokedReason ? [{ term: pick(lang, V.reason), value: revokedReason }] : [])]} />
          <div className="flex flex-wrap gap-3">
            <LinkButton size="small" icon={<DownloadIcon size={16} />} href={`/api/v1/certificates/${verifyCode}/pdf`}>{pick(lang, V.download)}</LinkButton>
            <LinkButton size="small" href={href(lang, `/verify/${verifyCode}`)}>{pick(lang, V.verify)}</LinkButton>
            {mayRevoke && revokedAt === null ? <ReasonedAct lang={lang} url={`/api/v1/certificates/${id}/revoke`} label={pick(lang, V.revoke)} sentence={pick(lang, V.revokeText)} reasonLabel={pick(lang, V.reason)} /> : null}
          </div>
        </div>
      ))}
      {mayIssue ? (
        <div>
          <FormAct
            lang={lang} small={false} url={`/api/v1/deals/${dealId}/certificate`} label={pick(lang, V.issue)} sentence={pick(lang, V.issueSentence).replace("{title}", title)}
            fields={[{ name: "unnamedSeller", label: pick(lang, V.unnamedSeller), kind: "tick" }, { name: "unnamedBuyer", label: pick(lang, V.unnamedBuyer), kind: "tick" }]}
          />
        </div>
      ) : null}
    </div>
  );
}
