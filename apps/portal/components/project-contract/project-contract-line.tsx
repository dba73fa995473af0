import { readProjectContract } from "@ttx/domain/project-contract";
import type { Actor } from "@ttx/domain/shared/actor";
import type { Definition } from "@ttx/ui/definition-list";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
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
  const { contract, isUndeclared, may } = await readFor(actor, readProjectContract, { resultId });
  if (contract === null) return isUndeclared ? <Undeclared lang={lang} resultId={resultId} mayDeclare={may.declare} /> : <p className="text-ink-soft">{pick(lang, C.none)}</p>;
  const isMissing = contract.demand === "CONSENT" && !contract.hasConsent;
  return (
    <div className="grid gap-2">
      <p className={isMissing ? "text-due" : undefined}>{contractLine(lang, contract)}</p>
      {contract.inside ? <p lang="zh-CN" className="text-sm whitespace-pre-line text-ink-soft">{contract.inside.clause}</p> : null}
      {contract.inside?.documentId ? <p><a className="link" href={`/api/v1/documents/${contract.inside.documentId}/content?view=1`} target="_blank" rel="noopener">{pick(lang, C.paper)}</a></p> : null}
    </div>
  );
}

/** For the owner, before he hands anything in: what is still to be said of the project, and where. Nothing once it was said, or where nobody funded the result. */
export async function ProjectContractReminder({ lang, actor, resultId }: { readonly lang: Lang; readonly actor: Actor; readonly resultId: string }) {
  const { isUndeclared, may } = await readFor(actor, readProjectContract, { resultId });
  return isUndeclared ? <Panel title={pick(lang, C.title)}><Undeclared lang={lang} resultId={resultId} mayDeclare={may.declare} /></Panel> : null;
}

function Undeclared({ lang, resultId, mayDeclare }: { readonly lang: Lang; readonly resultId: string; readonly mayDeclare: boolean }) {
  return (
    <div className="grid gap-2">
      <p className="text-due">{pick(lang, C.undeclared)}</p>
      {mayDeclare ? <p><a className="link" href={href(lang, `/desk/results/${resultId}/project-contract`)}>{pick(lang, C.toDeclare)}</a></p> : null}
    </div>
  );
}
