import { readProjectContract } from "@ttx/domain/project-contract";
import type { Actor } from "@ttx/domain/shared/actor";
import { fillText } from "@ttx/domain/shared/texts";
import type { Definition } from "@ttx/ui/definition-list";
import { pick, type Lang } from "@ttx/ui/text";
import { readFor } from "#runtime/read-page.ts";
import { C } from "./project-contract-texts.ts";
import { contractLine } from "./project-contract-words.ts";

/** What a listing or notice tells of the project behind its result; nothing where none was declared. */
export async function projectContractFacts(lang: Lang, actor: Actor, resultId: string): Promise<Definition[]> {
  const { contract } = await readFor(actor, readProjectContract, { resultId });
  return contract === null ? [] : [{ term: pick(lang, C.title), value: <span lang={lang === "en" ? undefined : "zh-CN"}>{contractLine(lang, contract)}</span> }];
}

/** For the exchange that decides on a listing: what was declared, in the contract's words, with the paper. */
export async function ProjectContractCheck({ lang, actor, resultId }: { readonly lang: Lang; readonly actor: Actor; readonly resultId: string }) {
  const { contract, projectNoOfResult } = await readFor(actor, readProjectContract, { resultId });
  if (contract === null) return <p className="text-ink-soft">{projectNoOfResult === null ? pick(lang, C.none) : fillText(pick(lang, C.noneButNumber), { no: projectNoOfResult })}</p>;
  const isMissing = contract.demand === "CONSENT" && !contract.hasConsent;
  return (
    <div className="grid gap-2">
      <p className={isMissing ? "text-due" : undefined}>{contractLine(lang, contract)}</p>
      {contract.inside ? <p lang="zh-CN" className="text-sm whitespace-pre-line text-ink-soft">{contract.inside.clause}</p> : null}
      {contract.inside?.documentId ? <p><a className="link" href={`/api/v1/documents/${contract.inside.documentId}/content?view=1`} target="_blank" rel="noopener">{pick(lang, C.paper)}</a></p> : null}
    </div>
  );
}
