import { pick, type Text } from "@ttx/ui/text";
import { FormAct, type FormActProps } from "./form-act.tsx";

const REASON: Text = { zh: "理由", en: "Reason" };

export type ReasonedActProps = Pick<FormActProps, "lang" | "url" | "label" | "sentence" | "body" | "wide"> & { readonly reasonLabel?: string; readonly hint?: string; readonly tone?: "primary" | "danger" };

/** An act that is done with reasons in writing: they are told to those it concerns. */
export function ReasonedAct({ reasonLabel, hint, tone = "danger", body, wide = false, ...act }: ReasonedActProps) {
  const field = { name: "reason", label: reasonLabel ?? pick(act.lang, REASON), kind: "prose" as const, ...(hint === undefined ? {} : { hint }) };
  return <FormAct {...act} tone={wide && tone === "danger" ? "secondary" : tone} wide={wide} small={!wide} body={{ reason: "", ...body }} fields={[field]} />;
}
