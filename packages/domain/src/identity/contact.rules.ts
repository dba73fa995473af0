const MOBILE = /^1[3-9]\d{9}$/;
const E_MAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A mainland mobile number as eleven digits; undefined when the text is not one. */
export function normaliseMobile(text: string): string | undefined {
  const digits = text.normalize("NFKC").replace(/[\s()-]/g, "").replace(/^(?:\+86|0086|86(?=1\d{10}$))/, "");
  return MOBILE.test(digits) ? digits : undefined;
}

/** The address in lower case, full-width characters made narrow; undefined when it cannot be one. The part before "@" keeps its dots and tags. */
export function normaliseEMail(text: string): string | undefined {
  const address = text.normalize("NFKC").trim().toLowerCase();
  if (address.length > 254 || address.includes("..") || address.startsWith(".") || address.includes(".@")) return undefined;
  return E_MAIL.test(address) ? address : undefined;
}
