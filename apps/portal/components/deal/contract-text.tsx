import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { C } from "./deal-texts.ts";

type Props = {
  readonly lang: Lang;
  readonly drafted: { readonly contractName: string; readonly validFrom: string; readonly validTo: string; readonly text: string; readonly hash: string };
  readonly signatures: readonly { readonly party: string; readonly at: Date | null }[];
};

/** The contract as it lies before both sides: facts, who has signed, the whole text, and the hash that is signed. */
export function ContractText({ lang, drafted, signatures }: Props) {
  return (
    <div className="grid gap-4">
      <DefinitionList
        items={[
          { term: pick(lang, C.name), value: drafted.contractName },
          { term: pick(lang, C.term), value: <span className="tabular">{formatDay(drafted.validFrom, lang)} – {formatDay(drafted.validTo, lang)}</span> },
          ...signatures.map(({ party, at }) => ({
            term: party,
            value: (
              <span className="flex flex-wrap items-center gap-3">
                <StatusTag tone={at ? "done" : "waiting"}>{pick(lang, at ? C.signed : C.unsigned)}</StatusTag>
                {at ? <time className="tabular text-sm text-ink-soft" dateTime={at.toISOString()}>{formatDateTime(at, lang)}</time> : null}
              </span>
            ),
          })),
          { term: pick(lang, C.hash), value: <code className="tabular text-sm break-all">{drafted.hash}</code> },
        ]}
      />
      <details className="rounded border border-line bg-surface p-4">
        <summary className="link cursor-pointer font-medium">{pick(lang, C.read)}</summary>
        <div lang="zh-CN" className="prose-column mt-4 whitespace-pre-line">{drafted.text}</div>
      </details>
    </div>
  );
}
