"use client";

import { PERSON_ROLE_LABELS, PERSON_ROLES, type PersonRole } from "@ttx/domain/income-share/client";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { I } from "./income-share-texts.ts";

export type PlanToAdopt = {
  readonly id: string; readonly version: number; readonly isEquity: boolean; readonly costs: string; readonly taxes: string; readonly rateBp: number; readonly pool: string; readonly transferStaffMin: string; readonly today: string; readonly owners: readonly string[];
  readonly completers: readonly { readonly position: number; readonly name: string; readonly shareBp: number }[];
};
type Line = { readonly name: string; readonly role: PersonRole; readonly amount: string; readonly completerPosition: number | null };

/** The plan of distribution as it is adopted: figures, persons, and who decided. */
export function PlanForm({ lang, share }: { readonly lang: Lang; readonly share: PlanToAdopt }) {
  const { submit, problems, pending } = useMutation(`/api/v1/income-shares/${share.id}/plan`);
  const [lines, setLines] = useState<readonly Line[]>(() => firstLines(share));
  const router = useRouter();
  const errorOf = (name: string) => problems?.fields[name];

  async function adopt(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const outcome = await submit({
      version: share.version,
      costs: text("costs") || "0", taxes: text("taxes") || "0", rateBp: Math.round(Number(text("rate")) * 100),
      lines: lines.map((line) => ({ ...line, amount: line.amount.trim() })),
      owners: names(text("owners")), decisionBody: text("decisionBody"), decisionOn: text("decisionOn"), decidedBy: names(text("decidedBy")), noticePlace: text("noticePlace"),
    });
    if (outcome.ok) router.refresh();
  }

  const change = (at: number, part: Partial<Line>) => setLines(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  return (
    <form className="grid gap-5 rounded border border-line p-4" noValidate onSubmit={(event) => void adopt(event)}>
      <ErrorSummary lang={lang} items={problems?.summary ?? []} reference={problems?.requestId} />
      <div className="grid gap-4 sm:grid-cols-3">
        {share.isEquity ? null : <TextInput id="costs" label={pick(lang, I.costs)} inputMode="decimal" defaultValue={share.costs} error={errorOf("costs")} />}
        {share.isEquity ? null : <TextInput id="taxes" label={pick(lang, I.taxes)} inputMode="decimal" defaultValue={share.taxes} error={errorOf("taxes")} />}
        <TextInput id="rate" type="number" step="0.01" label={pick(lang, I.rate)} unit="%" defaultValue={share.rateBp / 100} error={errorOf("rateBp")} />
      </div>
      <p className="text-sm text-ink-soft">{pick(lang, I.linesHint)}</p>
      {lines.map((line, i) => (
        <fieldset key={i} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <legend className="mb-1 text-sm font-medium">{pick(lang, I.line).replace("{no}", String(i + 1))}</legend>
          <TextInput id={`name-${i}`} label={pick(lang, I.person)} maxLength={60} value={line.name} onChange={(event) => change(i, { name: event.target.value, completerPosition: null })} />
          <Select id={`role-${i}`} label={pick(lang, I.role)} value={line.role} options={PERSON_ROLES.map((role) => ({ value: role, label: pick(lang, PERSON_ROLE_LABELS[role]) }))} onChange={(event) => change(i, { role: PERSON_ROLES.find((role) => role === event.target.value) ?? "CONTRIBUTOR" })} />
          <TextInput id={`amount-${i}`} label={pick(lang, I.amount)} inputMode="decimal" value={line.amount} onChange={(event) => change(i, { amount: event.target.value })} />
          <Button size="small" tone="plain" onClick={() => setLines(lines.filter((_, at) => at !== i))}>{pick(lang, I.removeLine)}</Button>
        </fieldset>
      ))}
      <div><Button size="small" onClick={() => setLines([...lines, { name: "", role: "CONTRIBUTOR", amount: "", completerPosition: null }])}>{pick(lang, I.addLine)}</Button></div>
      <TextInput id="owners" label={pick(lang, I.owners)} hint={pick(lang, I.ownersHint)} defaultValue={share.owners.join("、")} error={errorOf("owners")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput id="decisionBody" label={pick(lang, I.decision)} maxLength={120} error={errorOf("decisionBody")} />
        <DateInput id="decisionOn" label={pick(lang, I.decisionOn)} defaultValue={share.today} max={share.today} error={errorOf("decisionOn")} />
        <TextInput id="decidedBy" label={pick(lang, I.deciders)} hint={pick(lang, I.decidersHint)} error={errorOf("decidedBy")} />
        <TextInput id="noticePlace" label={pick(lang, I.place)} maxLength={200} error={errorOf("noticePlace")} />
      </div>
      <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, I.adopting)}>{pick(lang, I.adopt)}</Button></div>
    </form>
  );
}

/** Completers, as main contributors, by their agreed shares of what is left once the transfer staff have their least; a proposal to be edited. */
function firstLines({ completers, pool, transferStaffMin }: PlanToAdopt): readonly Line[] {
  const staff = fenOf(transferStaffMin);
  const rest = fenOf(pool) - staff;
  const parts = completers.map(({ shareBp }) => (rest * BigInt(shareBp)) / 10_000n);
  const left = rest - parts.reduce((sum, part) => sum + part, 0n);
  const persons = completers.map(({ name, position }, i): Line => ({ name, completerPosition: position, role: "MAIN_CONTRIBUTOR", amount: yuanOf(parts[i]! + (i === 0 ? left : 0n)) }));
  return staff > 0n ? [...persons, { name: "", completerPosition: null, role: "TRANSFER_STAFF", amount: yuanOf(staff) }] : persons;
}

const fenOf = (yuan: string): bigint => BigInt(yuan.replace(".", ""));
const yuanOf = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
const names = (text: string): readonly string[] => text.split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== "");
