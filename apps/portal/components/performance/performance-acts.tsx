"use client";

import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ActDialog } from "./act-dialog.tsx";
import { P } from "./performance-texts.ts";

type May = { readonly deliver: boolean; readonly accept: boolean; readonly recordAcceptance: boolean; readonly complete: boolean; readonly terminate: boolean };

/** What may be done with the whole of a performance now. */
export function PerformanceActs({ lang, contractId, may }: { readonly lang: Lang; readonly contractId: string; readonly may: May }) {
  const url = `/api/v1/performances/${contractId}`;
  const noted = (path: string, label: Text, text: Text, needed: boolean, tone: "primary" | "danger" = "primary") => (
    <ActDialog
      key={path} lang={lang} url={`${url}/${path}`} label={label} text={text} tone={tone}
      fields={(errorOf) => <Textarea id="note" label={pick(lang, P.note)} optional={needed ? undefined : pick(lang, P.optional)} rows={3} maxLength={1000} error={errorOf("note")} />}
    />
  );
  return (
    <div className="flex flex-wrap gap-2">
      {may.deliver ? noted("deliver", P.deliver, P.deliverText, false) : null}
      {may.accept ? noted("accept", P.accept, P.acceptText, false) : null}
      {may.accept ? noted("reject", P.reject, P.rejectText, true, "danger") : null}
      {may.recordAcceptance ? noted("record-acceptance", P.recordAcceptance, P.recordAcceptanceText, true) : null}
      {may.complete ? noted("complete", P.complete, P.completeText, false) : null}
      {may.terminate ? noted("terminate", P.terminate, P.terminateText, true, "danger") : null}
    </div>
  );
}
