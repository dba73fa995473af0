import { CONSEQUENCE_LABELS, WITH_AMOUNT } from "@ttx/domain/review/client";
import { fillText } from "@ttx/domain/shared/texts";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import type { Consequences } from "./consequences-panel.tsx";
import { Q } from "./texts.ts";

/** What the reader may do about a revoked registration. */
export function ConsequenceActs({ lang, consequences }: { readonly lang: Lang; readonly consequences: Consequences }) {
  const { contractId, may } = consequences;
  const base = `/api/v1/contracts/${contractId}`;
  if (may.record.length === 0 && !may.reportRelief && !may.askRepair && !may.decideRepair && !may.withdrawRecord) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may.record.length > 0 ? (
        <FormAct
          lang={lang}
          url={`${base}/consequences`}
          label={pick(lang, Q.write)}
          sentence={[pick(lang, Q.writeText), ...ruleSentences(lang, consequences)].join(lang === "zh" ? "" : " ")}
          fields={[
            { name: "kind", label: pick(lang, Q.kind), kind: "choice", empty: pick(lang, Q.chooseKind), options: may.record.map((value) => ({ value, label: pick(lang, CONSEQUENCE_LABELS[value]) })) },
            { name: "documentNo", label: pick(lang, Q.documentNo), kind: "line" },
            { name: "on", label: pick(lang, Q.on), kind: "date" },
            { name: "amount", label: pick(lang, Q.amount), kind: "money", hint: pick(lang, Q.amountHint), onlyWith: { field: "kind", values: WITH_AMOUNT } },
            { name: "words", label: pick(lang, Q.words), kind: "prose", optional: pick(lang, Q.optional) },
          ]}
        />
      ) : null}
      {may.reportRelief ? (
        <FormAct
          lang={lang}
          url={`${base}/relief-report`}
          label={pick(lang, Q.report)}
          sentence={pick(lang, Q.reportText)}
          fields={[{ name: "amount", label: pick(lang, Q.relief), kind: "money" }, { name: "words", label: pick(lang, Q.words), kind: "prose", optional: pick(lang, Q.optional) }]}
        />
      ) : null}
      {may.askRepair ? (
        <FormAct lang={lang} url={`${base}/repair`} label={pick(lang, Q.ask)} sentence={pick(lang, Q.askText)} fields={[{ name: "words", label: pick(lang, Q.askWords), kind: "prose" }, { name: "promised", label: pick(lang, Q.promised), kind: "tick" }]} />
      ) : null}
      {may.decideRepair ? (
        <FormAct
          lang={lang}
          url={`${base}/repair-decision`}
          label={pick(lang, Q.decide)}
          sentence={pick(lang, Q.decideText)}
          fields={[
            { name: "decision", label: pick(lang, Q.decisionField), kind: "choice", empty: pick(lang, Q.chooseKind), options: (["repair", "refuse"] as const).map((value) => ({ value, label: pick(lang, Q[value]) })) },
            { name: "documentNo", label: pick(lang, Q.documentNo), kind: "line" },
            { name: "reasons", label: pick(lang, Q.reasons), kind: "prose" },
          ]}
        />
      ) : null}
      {may.withdrawRecord ? (
        <FormAct lang={lang} url={`${base}/record-withdrawal`} label={pick(lang, Q.withdraw)} tone="secondary" sentence={pick(lang, Q.withdrawText)} fields={[{ name: "documentNo", label: pick(lang, Q.documentNo), kind: "line" }, { name: "reasons", label: pick(lang, Q.reasons), kind: "prose" }]} />
      ) : null}
    </div>
  );
}

/** How high a fine may be, and on what measures against the office rest. */
function ruleSentences(lang: Lang, { rules }: Consequences): readonly string[] {
  return [
    ...(rules.party ? [fillText(pick(lang, Q.fines), { min: formatYuan(rules.party.minFen), max: formatYuan(rules.party.maxFen), basis: rules.party.basis })] : []),
    ...(rules.office ? [fillText(pick(lang, Q.officeRule), { basis: rules.office.basis })] : []),
    ...(rules.office?.fine ? [fillText(pick(lang, Q.officeFine), { min: formatYuan(rules.office.fine.minFen), max: formatYuan(rules.office.fine.maxFen) })] : []),
  ];
}
