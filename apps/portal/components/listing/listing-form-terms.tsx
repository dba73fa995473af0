"use client";

import { LICENCE_KIND_LABELS, LICENCE_KINDS, LISTING_MODE_LABELS, LISTING_TRADE_MODES } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Checkbox } from "@ttx/ui/checkbox";
import { MoneyInput } from "@ttx/ui/money-input";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick } from "@ttx/ui/text";
import type { FormPart, ListingFormProps } from "./listing-form.tsx";
import { F } from "./listing-form-texts.ts";

/** Price, period, what follows, buyers and deposit, declarations. */
export function ListingFormTerms({ lang, typed, change, errorOf, rules, isStateSeller }: FormPart & Pick<ListingFormProps, "rules"> & { readonly isStateSeller: boolean }) {
  const optional = pick(lang, F.optional);
  const text = (name: "licenceYears" | "licenceTerritory" | "workingDays" | "extensionCycles" | "extensionDays" | "depositPercent" | "depositDays") => ({
    id: name,
    inputMode: "numeric" as const,
    value: typed[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <>
      <Section id="offer" title={pick(lang, F.offer)}>
        <div className="grid gap-5">
          <RadioGroup id="tradeMode" inline label={pick(lang, F.mode)} value={typed.tradeMode} onChange={(tradeMode) => change({ tradeMode })} options={LISTING_TRADE_MODES.map((mode) => ({ value: mode, label: pick(lang, LISTING_MODE_LABELS[mode]) }))} />
          {typed.tradeMode === "LICENCE" ? (
            <div className="grid gap-5 md:grid-cols-2">
              <Select id="licenceKind" label={pick(lang, F.licenceKind)} empty={pick(lang, F.choose)} error={errorOf("licenceKind")} value={typed.licenceKind} onChange={(event) => change({ licenceKind: event.target.value })} options={LICENCE_KINDS.map((kind) => ({ value: kind, label: pick(lang, LICENCE_KIND_LABELS[kind]) }))} />
              <TextInput {...text("licenceYears")} label={pick(lang, F.licenceYears)} unit={pick(lang, F.years)} />
              <TextInput {...text("licenceTerritory")} inputMode="text" lang="zh-CN" maxLength={120} label={pick(lang, F.licenceTerritory)} hint={pick(lang, F.licenceTerritoryHint)} />
            </div>
          ) : null}
          <div className="grid gap-5 md:grid-cols-2">
            <MoneyInput id="price" lang={lang} defaultUnit="wan" label={pick(lang, F.price)} hint={pick(lang, F.priceHint)} error={errorOf("price")} defaultValue={typed.price} onAmount={(price) => change({ price: price ?? "" })} />
            <MoneyInput id="basis" lang={lang} defaultUnit="wan" label={pick(lang, F.basis)} hint={pick(lang, F.basisHint)} optional={isStateSeller ? undefined : optional} error={errorOf("basis")} defaultValue={typed.basis} onAmount={(basis) => change({ basis: basis ?? "" })} />
          </div>
          <Textarea id="paymentTerms" lang="zh-CN" rows={3} maxLength={2000} label={pick(lang, F.payment)} hint={pick(lang, F.paymentHint)} optional={optional} error={errorOf("paymentTerms")} value={typed.paymentTerms} onChange={(event) => change({ paymentTerms: event.target.value })} />
        </div>
      </Section>
      <Section id="period" title={pick(lang, F.period)}>
        <div className="grid gap-5">
          <TextInput {...text("workingDays")} className="max-w-40" label={pick(lang, F.workingDays)} unit={pick(lang, F.days)} hint={fillText(pick(lang, F.workingDaysHint), { min: rules.minWorkingDays })} />
          <div className="grid gap-5 md:grid-cols-2">
            <TextInput {...text("extensionCycles")} label={pick(lang, F.cycles)} unit={pick(lang, F.times)} hint={pick(lang, F.cyclesHint)} />
            {Number(typed.extensionCycles) > 0 ? <TextInput {...text("extensionDays")} label={pick(lang, F.extensionDays)} unit={pick(lang, F.days)} /> : null}
          </div>
        </div>
      </Section>
      <Section id="ends" title={pick(lang, F.ends)}>
        <div className="grid gap-5 md:grid-cols-2">
          <RadioGroup id="ifSole" label={pick(lang, F.ifSole)} hint={isStateSeller ? pick(lang, F.soleHint) : undefined} value={isStateSeller ? "AGREE" : typed.ifSole} onChange={(ifSole) => change({ ifSole })} options={[{ value: "AGREE", label: pick(lang, F.soleAgree) }, { value: "LAPSE", label: pick(lang, F.soleLapse), disabled: isStateSeller }]} />
          <RadioGroup id="ifSeveral" label={pick(lang, F.ifSeveral)} hint={isStateSeller ? pick(lang, F.severalHint) : undefined} value={typed.ifSeveral} onChange={(ifSeveral) => change({ ifSeveral })} options={[{ value: "BIDDING", label: pick(lang, F.severalBid) }, { value: "AGREE", label: pick(lang, F.severalAgree) }]} />
        </div>
      </Section>
      <Section id="buyers" title={pick(lang, F.buyers)}>
        <div className="grid gap-5">
          <Textarea id="buyerConditions" lang="zh-CN" rows={4} maxLength={4000} label={pick(lang, F.conditions)} hint={pick(lang, F.conditionsHint)} optional={optional} error={errorOf("buyerConditions")} value={typed.buyerConditions} onChange={(event) => change({ buyerConditions: event.target.value })} />
          <Textarea id="relatedParties" lang="zh-CN" rows={3} label={pick(lang, F.related)} hint={pick(lang, F.relatedHint)} optional={optional} error={errorOf("relatedParties")} value={typed.relatedParties} onChange={(event) => change({ relatedParties: event.target.value })} />
          <div className="grid gap-5 md:grid-cols-2">
            <TextInput {...text("depositPercent")} inputMode="decimal" error={errorOf("promise.depositRateBp")} label={pick(lang, F.deposit)} unit="%" hint={pick(lang, F.depositHint)} />
            <div className="grid gap-4">
              <RadioGroup id="depositDue" label={pick(lang, F.depositDue)} value={typed.depositDue} onChange={(depositDue) => change({ depositDue })} options={[{ value: "AT_LISTING_END", label: pick(lang, F.dueAtEnd) }, { value: "AFTER_QUALIFICATION", label: pick(lang, F.dueAfter) }]} />
              {typed.depositDue === "AFTER_QUALIFICATION" ? <TextInput {...text("depositDays")} error={errorOf("promise.depositDue.workingDays")} label={pick(lang, F.depositDays)} unit={pick(lang, F.days)} /> : null}
            </div>
          </div>
          <Checkbox id="mayLeave" label={pick(lang, F.mayLeave)} checked={typed.mayLeave} onChange={(event) => change({ mayLeave: event.target.checked })} />
        </div>
      </Section>
      <Section id="declarations" title={pick(lang, F.declarations)}>
        <div className="grid gap-4">
          <Checkbox id="hasCoOwnersOrPledgees" label={pick(lang, F.coOwners)} checked={typed.hasCoOwnersOrPledgees} onChange={(event) => change({ hasCoOwnersOrPledgees: event.target.checked })} />
          <Checkbox id="isExportRestricted" label={pick(lang, F.export)} checked={typed.isExportRestricted} onChange={(event) => change({ isExportRestricted: event.target.checked })} />
          {isStateSeller ? <Checkbox id="hasFreshApproval" label={pick(lang, F.fresh)} checked={typed.hasFreshApproval} onChange={(event) => change({ hasFreshApproval: event.target.checked })} /> : null}
          <Checkbox id="declarations.isTruthful" label={pick(lang, F.truthful)} checked={typed.isTruthful} error={errorOf("declarations.isTruthful")} onChange={(event) => change({ isTruthful: event.target.checked })} />
        </div>
      </Section>
    </>
  );
}
