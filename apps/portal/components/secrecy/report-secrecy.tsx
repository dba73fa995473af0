import { SECRECY_GROUND_LABELS, SECRECY_GROUNDS, SECRECY_PART_LABELS, SECRECY_PARTS, type SeenAs } from "@ttx/domain/secrecy/client";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { S } from "./secrecy-texts.ts";

/** Anyone signed in takes from sight what may be secret. Choices and no words: what is secret must not be told again. */
export function ReportSecrecy({ lang, seenAs, id }: { readonly lang: Lang; readonly seenAs: SeenAs; readonly id: string }) {
  const choose = pick(lang, S.choose);
  return (
    <FormAct
      lang={lang} url="/api/v1/secrecy-reports" body={{ seenAs, subjectId: id }} tone="plain" label={pick(lang, S.report)} sentence={pick(lang, S.reportText)}
      fields={[
        { name: "ground", label: pick(lang, S.ground), kind: "choice", empty: choose, options: SECRECY_GROUNDS.map((value) => ({ value, label: pick(lang, SECRECY_GROUND_LABELS[value]) })) },
        { name: "part", label: pick(lang, S.part), kind: "choice", empty: choose, options: SECRECY_PARTS.map((value) => ({ value, label: pick(lang, SECRECY_PART_LABELS[value]) })) },
      ]}
    />
  );
}
