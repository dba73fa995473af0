/** Terms as the API tells them, for prefilling a form; everything may be missing. */
export type GivenTerms = {
  readonly tradeMode?: string;
  readonly licence?: { readonly kind?: string; readonly territory?: string; readonly years?: number } | null;
  readonly payment?: Readonly<Record<string, unknown>>;
  readonly delivery?: string;
  readonly improvements?: string;
  readonly other?: string;
};

export type Part = { readonly dueOn: string; readonly amount: string };

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function partsOf(payment: GivenTerms["payment"]): readonly Part[] {
  const parts = payment?.["parts"];
  return Array.isArray(parts) ? parts.map((part: Readonly<Record<string, unknown>>) => ({ dueOn: textOf(part["dueOn"]), amount: textOf(part["amount"]) })) : [{ dueOn: "", amount: "" }, { dueOn: "", amount: "" }];
}

/** What the API takes, from a form whose names begin with `terms.`: numbers as numbers, percent as basis points. */
export function termsBody(typed: unknown, parts: readonly Part[]): unknown {
  const terms = record(typed);
  const licence = record(terms["licence"]);
  const isLicence = terms["tradeMode"] === "LICENCE";
  return { ...terms, licence: isLicence ? { ...licence, years: Number(licence["years"]) || undefined } : null, payment: paymentBody(terms["payment"], parts) };
}

/** One form of payment as the API takes it. */
export function paymentBody(typed: unknown, parts: readonly Part[]): Readonly<Record<string, unknown>> {
  const payment = record(typed);
  const bp = (name: string) => (name in payment ? { [name]: Math.round(Number(payment[name]) * 100) } : {});
  return {
    ...payment,
    ...bp("royaltyBp"),
    ...bp("shareBp"),
    ...("lateBpPerYear" in payment ? { lateBpPerYear: textOf(payment["lateBpPerYear"]).trim() === "" ? undefined : Math.round(Number(payment["lateBpPerYear"]) * 100) } : {}),
    ...("withinDays" in payment ? { withinDays: Number(payment["withinDays"]) } : {}),
    ...(payment["form"] === "INSTALMENTS" ? { parts } : {}),
    ...(payment["form"] === "USE_FIRST" ? { auditRight: payment["auditRight"] === "on", ...("smeOnly" in payment ? { smeOnly: payment["smeOnly"] === "on" } : {}) } : {}),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
