import { REFUSAL_REASON_LABELS, REFUSAL_REASONS } from "@ttx/domain/negotiation/client";
import { pick } from "@ttx/ui/text";
import { FormAct, type FormActProps } from "#components/form-act.tsx";
import { R } from "./room-texts.ts";

type Props = Pick<FormActProps, "lang" | "url" | "label" | "sentence"> & { /** A buyer chooses a reason from the list; a seller may just say something. */ readonly withReason: boolean };

/** Says no, with the reason from the short list where a buyer says it. */
export function RefuseAct({ withReason, ...act }: Props) {
  const { lang } = act;
  const reason = { name: "reason", label: pick(lang, R.reason), kind: "choice" as const, hint: pick(lang, R.reasonHint), empty: pick(lang, R.choose), options: REFUSAL_REASONS.map((value) => ({ value, label: pick(lang, REFUSAL_REASON_LABELS[value]) })) };
  return <FormAct {...act} tone="danger" body={{ note: "" }} fields={[...(withReason ? [reason] : []), { name: "note", label: pick(lang, R.details), kind: "prose", optional: pick(lang, R.optional) }]} />;
}
