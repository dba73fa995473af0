"use client";

import { TIE_HOLDING_LABELS, TIE_HOLDINGS, TIE_PERSON_LABELS, TIE_PERSONS } from "@ttx/domain/agreed-price/client";
import { Button } from "@ttx/ui/button";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { F } from "./desk-texts.ts";

export type Tie = { readonly person: string; readonly is: string; readonly holds: string };

export const NEW_TIE: Tie = { person: "", is: "COMPLETER", holds: "SHARES" };

type Props = { readonly lang: Lang; readonly ties: readonly Tie[]; readonly onChange: (ties: readonly Tie[]) => void; readonly errorOf: (path: string) => string | undefined };

/** People of the seller's side and their ties to the buyer, one a row. */
export function TieRows({ lang, ties, onChange, errorOf }: Props) {
  const change = (at: number, part: Partial<Tie>): void => onChange(ties.map((tie, i) => (i === at ? { ...tie, ...part } : tie)));
  return (
    <div className="grid gap-4">
      {ties.map((tie, i) => {
        const path = `relation.ties.${i}`;
        return (
          <div key={i} className="grid items-start gap-4 rounded border border-line p-4 md:grid-cols-[1fr_1fr_1fr_auto]">
            <TextInput id={`${path}.person`} label={pick(lang, F.person)} maxLength={40} value={tie.person} onChange={(event) => change(i, { person: event.target.value })} error={errorOf(`${path}.person`)} />
            <Select id={`${path}.is`} label={pick(lang, F.is)} options={TIE_PERSONS.map((value) => ({ value, label: pick(lang, TIE_PERSON_LABELS[value]) }))} value={tie.is} onChange={(event) => change(i, { is: event.target.value })} />
            <Select id={`${path}.holds`} label={pick(lang, F.holds)} options={TIE_HOLDINGS.map((value) => ({ value, label: pick(lang, TIE_HOLDING_LABELS[value]) }))} value={tie.holds} onChange={(event) => change(i, { holds: event.target.value })} />
            <Button size="small" tone="plain" className="md:mt-8" onClick={() => onChange(ties.filter((_, at) => at !== i))}>{pick(lang, F.removeTie)}</Button>
          </div>
        );
      })}
      <div><Button size="small" onClick={() => onChange([...ties, NEW_TIE])}>{pick(lang, F.addTie)}</Button></div>
    </div>
  );
}
