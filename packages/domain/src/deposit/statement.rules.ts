/** A bank's statement file (对账单): comma-separated, one transfer a line, quoted where a value holds a comma. */
export const STATEMENT_COLUMNS = ["流水号", "附言", "付款人", "付款账号", "金额", "到账时间"] as const;

export type StatementRow = {
  readonly line: number;
  readonly bankReference: string;
  readonly reference: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly amount: string;
  readonly receivedAt: string;
};

/** The rows as text, not yet judged; null when the first line is not the template's. */
export function readStatement(text: string): StatementRow[] | null {
  const [header, ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (cells(header ?? "").join() !== STATEMENT_COLUMNS.join()) return null;
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const [bankReference = "", reference = "", payerName = "", payerAccount = "", amount = "", receivedAt = ""] = cells(line);
    return [{ line: at + 2, bankReference, reference, payerName, payerAccount, amount: amount.replace(/,/g, ""), receivedAt: instantText(receivedAt) }];
  });
}

/** Banks write "2026-03-02 09:30:00", meaning Beijing time. */
function instantText(text: string): string {
  const found = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(text);
  return found ? `${found[1]}-${found[2]}-${found[3]}T${found[4]!.length === 5 ? `${found[4]}:00` : found[4]}+08:00` : text;
}

function cells(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => (quoted === undefined ? plain! : quoted.replace(/""/g, '"')).trim());
}
