"use client";

import { completersStandFirst, MATERIAL_LABELS, needsPledgeesConsent, requiredMaterials, type ListingMaterial, type SellerClass } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { CircleDashedIcon } from "@ttx/ui/icons/circle-dashed";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { useRef, useState } from "react";
import { useAutosave } from "#client/use-autosave.ts";
import { useMutation } from "#client/use-mutation.ts";
import { AutosaveLine } from "#components/autosave-line.tsx";
import { ListingFormBidding } from "./listing-form-bidding.tsx";
import { ListingFormDisclosure } from "./listing-form-disclosure.tsx";
import { ListingFormMaterials } from "./listing-form-materials.tsx";
import { F } from "./listing-form-texts.ts";
import { ListingFormTerms } from "./listing-form-terms.tsx";
import { listingBody, type TypedListing } from "./listing-form-values.ts";

export type ListingFormProps = {
  readonly lang: Lang;
  readonly listingId: string;
  readonly title: string;
  readonly venueName: string;
  readonly given: TypedListing;
  readonly sellerClass: SellerClass;
  readonly hasCompleters: boolean;
  readonly open: readonly ListingMaterial[];
  readonly rules: { readonly minWorkingDays: number; readonly minExtensionDays: number; readonly maxExtensions: number };
  readonly returned: string | null;
};

/** What every part of the form gets. */
export type FormPart = {
  readonly lang: Lang;
  readonly typed: TypedListing;
  /** What is changed, or how to change what stands there by then: a file arrives while other things are typed. */
  readonly change: (patch: Partial<TypedListing> | ((now: TypedListing) => Partial<TypedListing>)) => void;
  readonly errorOf: (path: string) => string | undefined;
};

type Saved = { readonly version?: number };

/** A listing as its seller writes it: saved as one types, checked as a whole when it is submitted. */
export function ListingForm({ lang, listingId, title, venueName, given, sellerClass, hasCompleters, open, rules, returned }: ListingFormProps) {
  const [typed, setTyped] = useState(given);
  const latest = useRef(given);
  const [round, setRound] = useState(0);
  const url = `/api/v1/listings/${listingId}`;
  const autosave = useAutosave<TypedListing, Saved>(`listing.${listingId}`, url, { method: "PATCH", bodyOf: listingBody, first: {} });
  const submitting = useMutation<unknown>(`${url}/submit`);
  const confirm = useConfirm();
  const problems = submitting.problems ?? autosave.problems;

  const change: FormPart["change"] = (patch) => {
    latest.current = { ...latest.current, ...(typeof patch === "function" ? patch(latest.current) : patch) };
    setTyped(latest.current);
    autosave.save(latest.current);
  };

  async function submit() {
    const saved = await autosave.flush();
    if (saved === null) return confirm.close();
    const outcome = await submitting.submit();
    if (outcome.ok) {
      autosave.forget();
      window.location.reload();
      return;
    }
    confirm.close();
    document.getElementById("problems")?.scrollIntoView({ block: "start" });
  }

  const required = requiredMaterials({
    sellerClass,
    hasCoOwnersOrPledgees: typed.hasCoOwnersOrPledgees || needsPledgeesConsent(typed.encumbrances),
    hasPriorityHolders: completersStandFirst({ sellerClass, tradeMode: typed.tradeMode, hasCompleters }),
    setsBuyerConditions: typed.buyerConditions.trim() !== "",
  });
  const part: FormPart = { lang, typed, change, errorOf: (path) => problems?.fields[path] };
  const supplied = (code: ListingMaterial): boolean => Boolean(typed.materials[code]?.documentId ?? typed.materials[code]?.note.trim());
  const left = required.filter((code) => !supplied(code)).length + (typed.isTruthful ? 0 : 1);
  return (
    <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <form key={round} noValidate onSubmit={(event) => event.preventDefault()} className="grid max-w-4xl min-w-0 gap-10">
        <div id="problems" className="grid gap-4 empty:hidden">
          {returned ? <Panel tone="due"><p>{fillText(pick(lang, F.returned), { reason: returned })}</p></Panel> : null}
          {problems ? <ErrorSummary lang={lang} items={problems.summary} /> : null}
          {problems?.code === "CHANGED_MEANWHILE" ? <Panel tone="due"><p className="mb-3">{pick(lang, F.conflict)}</p><Button size="small" onClick={() => window.location.reload()}>{pick(lang, F.reload)}</Button></Panel> : null}
          {autosave.restored && autosave.state === "untouched" ? (
            <Panel tone="brand">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p>{pick(lang, F.restored)}</p>
                <div className="flex gap-2">
                  <Button size="small" onClick={() => { if (autosave.restored) { change(autosave.restored); setRound(round + 1); } }}>{pick(lang, F.restore)}</Button>
                  <Button size="small" tone="plain" onClick={autosave.forget}>{pick(lang, F.discard)}</Button>
                </div>
              </div>
            </Panel>
          ) : null}
        </div>
        <ListingFormTerms {...part} rules={rules} isStateSeller={sellerClass !== "PRIVATE"} />
        <ListingFormDisclosure {...part} />
        <ListingFormBidding {...part} />
        <ListingFormMaterials {...part} required={required} open={open} />
      </form>
      <div className="grid gap-4 xl:sticky xl:top-20">
        <Panel title={pick(lang, F.checklist)}>
          <ul className="grid gap-1.5 text-sm">
            {required.map((code) => (
              <li key={code}>
                <a href={`#materials.${code}`} className="flex items-start gap-2 text-ink no-underline hover:text-brand">
                  {supplied(code) ? <CircleCheckIcon size={16} className="mt-0.5 shrink-0 text-done" /> : <CircleDashedIcon size={16} className="mt-0.5 shrink-0 text-ink-faint" />}
                  <span>{pick(lang, MATERIAL_LABELS[code])}</span>
                </a>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel>
          <div className="grid gap-3">
            <AutosaveLine message={autosave.message} />
            <p className={left === 0 ? "font-medium text-done" : "font-medium text-due"}>{left === 0 ? pick(lang, F.ready) : fillText(pick(lang, F.missing), { count: left })}</p>
            <Button tone="primary" wide pending={submitting.pending} pendingText={pick(lang, F.submitting)} onClick={confirm.ask}>{pick(lang, F.submit)}</Button>
          </div>
        </Panel>
      </div>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={pick(lang, F.submit)}
        sentence={fillText(pick(lang, F.submitText), { title, venue: venueName })}
        action={pick(lang, F.submit)}
        binding={false}
        pending={submitting.pending}
        problems={[]}
        onConfirm={() => void submit()}
      />
    </div>
  );
}
