"use client";

import { ORGANISATION_KIND_LABELS, type OrganisationKind } from "@ttx/domain/identity/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { nameIn } from "#lang/name-in.ts";
import { askForLot } from "./ask-for-lot.ts";

const T = {
  noHardStop: { zh: "不设，有出价就顺延", en: "None: every bid renews the clock" },
  priority: { zh: "优先权人答复期限", en: "Priority holders answer by" },
  winner: { zh: "受让方", en: "Won by" },
  bidders: { zh: "竞买人数", en: "Bidders" },
} as const satisfies Record<string, Text>;

type Winner = { readonly bidderNo: string; readonly kind: OrganisationKind; readonly divisionName: string; readonly name: string | null; readonly nameEn: string | null };
/** What beside the running part of a lot's page changes while the lot runs, with an outage, and at its close. */
export type LotFacts = { readonly state: string; readonly freeStartsAt: string; readonly freeEndsAt: string; readonly terms: { readonly hardStop: string | null }; readonly priorityDueAt: string | null; readonly bidderCount: number | null; readonly winner: Winner | null };

const Followed = createContext<{ readonly facts: LotFacts | null; readonly follow: (version: number) => void }>({ facts: null, follow: () => undefined });

type Props = { readonly auctionId: string; readonly version: number; readonly initial: LotFacts; readonly children: ReactNode };

/** A lot's public page, whose terms and outcome follow the lot: asked for again when its running part has heard of a new version. */
export function FollowedLot({ auctionId, version: first, initial, children }: Props) {
  const [facts, setFacts] = useState(initial);
  const [version, follow] = useState(first);
  useEffect(() => {
    if (version !== first) void askForLot<LotFacts>(auctionId, version).then((now) => now && setFacts(now));
  }, [auctionId, version, first]);
  const value = useMemo(() => ({ facts, follow }), [facts]);
  return <Followed value={value}>{children}</Followed>;
}

/** The running part says which version of the lot it has heard of. */
export function useTellVersion(version: number): void {
  const { follow } = use(Followed);
  useEffect(() => follow(version), [follow, version]);
}

export function LotPeriod({ lang }: { readonly lang: Lang }) {
  const { facts } = use(Followed);
  return facts && <>{formatDateTime(facts.freeStartsAt, lang)} – {formatDateTime(facts.freeEndsAt, lang)}</>;
}

export function LotHardStop({ lang }: { readonly lang: Lang }) {
  const { facts } = use(Followed);
  return facts && <>{facts.terms.hardStop === null ? pick(lang, T.noHardStop) : formatDateTime(facts.terms.hardStop, lang)}</>;
}

/** Who has the lot, or until when it waits for those with a priority right, and how many bade for it, once that is told. */
export function LotOutcome({ lang }: { readonly lang: Lang }) {
  const { facts } = use(Followed);
  const items = [
    ...(facts?.state === "PRIORITY_WAIT" && facts.priorityDueAt !== null ? [{ term: pick(lang, T.priority), value: formatDateTime(facts.priorityDueAt, lang) }] : []),
    ...(facts?.winner ? [{ term: pick(lang, T.winner), value: <WinnerText lang={lang} winner={facts.winner} /> }] : []),
    ...(facts?.bidderCount ? [{ term: pick(lang, T.bidders), value: String(facts.bidderCount) }] : []),
  ];
  return items.length === 0 ? null : <div className="mb-4 rounded bg-sunken px-3"><DefinitionList items={items} /></div>;
}

/** What is there only while the lot is in one of these states. */
export function WhileLot({ isIn, children }: { readonly isIn: readonly string[]; readonly children: ReactNode }) {
  const { facts } = use(Followed);
  return facts !== null && isIn.includes(facts.state) ? children : null;
}

/** As far as it was announced that this is told. */
function WinnerText({ lang, winner: { bidderNo, kind, divisionName, name, nameEn } }: { readonly lang: Lang; readonly winner: Winner }) {
  return (
    <>
      {name === null ? null : <span className="block font-medium" lang={lang === "en" && nameEn ? "en" : "zh-CN"}>{nameIn(lang, { name, nameEn })}</span>}
      <span className="tabular">{bidderNo}</span> · {pick(lang, ORGANISATION_KIND_LABELS[kind])} · <span lang="zh-CN">{divisionName}</span>
    </>
  );
}
