import { comparableFingerprint, onePlaceKey, textSimilarity, type ContractDraft } from "../contract/index.ts";
import type { RegistrationState } from "../generated/enums.ts";
import type { Database } from "../shared/database.ts";

/** Why another file is shown beside this one; the strongest reason first. */
export const LIKENESS_KINDS = ["SAME_CONTRACT", "SAME_TEXT", "SIMILAR_TEXT", "SAME_PATENT", "SAME_PARTIES"] as const;
export type LikenessKind = (typeof LIKENESS_KINDS)[number];

export type LikeFile = {
  readonly contractId: string;
  readonly kind: LikenessKind;
  readonly registrationNo: string | null;
  readonly projectName: string;
  readonly officeName: string;
  readonly state: RegistrationState;
  readonly turnoverFen: bigint | null;
  readonly signedOn: Date | null;
  /** Share of common character pairs of the texts, in basis points; null where one has no text. */
  readonly similarityBp: number | null;
};

const SHOWN = 10;
const LOOKED_AT = 40;
const COMPARED_CHARACTERS = 20_000;
const SIMILAR_FROM = 0.6;
const FILED: readonly RegistrationState[] = ["SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW", "REGISTERED", "CHANGE_PENDING", "RE_REVIEW", "REFUSED", "CANCELLED", "REVOKED"];

/** Files anywhere in the country that may be the same contract or part of it (重复、拆分线索): for a person to judge. */
export async function likeFiles(db: Database, contractId: string, draft: ContractDraft): Promise<readonly LikeFile[]> {
  const key = onePlaceKey(draft);
  const fingerprint = comparableFingerprint(draft.text);
  const codes = (side: "sellers" | "buyers"): string[] => draft[side].flatMap(({ creditCode }) => (creditCode === null ? [] : [creditCode]));
  const patents = draft.patents.map(({ number }) => number);
  const [sellers, buyers] = [codes("sellers"), codes("buyers")];
  const candidates = await candidateIds(db, { key, fingerprint, patents, sellers, buyers });
  if (candidates.length === 0) return [];
  const rows = await db.contract.findMany({
    where: { id: { in: [...candidates], not: contractId }, state: { in: [...FILED] } },
    orderBy: { createdAt: "desc" },
    take: LOOKED_AT,
    select: {
      id: true, registrationNo: true, projectName: true, state: true, turnoverFen: true, signedOn: true, onePlaceKey: true, textFingerprint: true, text: true,
      office: { select: { name: true } }, patents: { select: { number: true } },
    },
  });
  const own = draft.text.slice(0, COMPARED_CHARACTERS);
  return rows
    .map(({ id, office, onePlaceKey: otherKey, textFingerprint, text, patents: theirs, ...row }): LikeFile => {
      const similarity = own === "" || text === "" ? null : textSimilarity(own, text.slice(0, COMPARED_CHARACTERS));
      const kind: LikenessKind =
        key !== null && otherKey === key ? "SAME_CONTRACT"
        : fingerprint !== null && textFingerprint === fingerprint ? "SAME_TEXT"
        : similarity !== null && similarity >= SIMILAR_FROM ? "SIMILAR_TEXT"
        : theirs.some(({ number }) => patents.includes(number)) ? "SAME_PATENT"
        : "SAME_PARTIES";
      return { ...row, contractId: id, kind, officeName: office?.name ?? "", similarityBp: similarity === null ? null : Math.round(similarity * 10_000) };
    })
    .toSorted((a, b) => LIKENESS_KINDS.indexOf(a.kind) - LIKENESS_KINDS.indexOf(b.kind) || (b.similarityBp ?? 0) - (a.similarityBp ?? 0))
    .slice(0, SHOWN);
}

type Traits = { readonly key: string | null; readonly fingerprint: string | null; readonly patents: readonly string[]; readonly sellers: readonly string[]; readonly buyers: readonly string[] };

/** One look into an index for each kind of likeness: joined by OR in one condition, the planner would read the whole country. */
async function candidateIds(db: Database, { key, fingerprint, patents, sellers, buyers }: Traits): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    (select id from contract where one_place_key = ${key} order by id desc limit ${LOOKED_AT})
    union (select id from contract where text_fingerprint = ${fingerprint} order by id desc limit ${LOOKED_AT})
    union (select contract_id from contract_patent where number = any(${patents}) order by contract_id desc limit ${LOOKED_AT})
    union (select s.contract_id from contract_party s
           where s.credit_code = any(${sellers}) and s.side = 'SELLER'
             and exists (select 1 from contract_party b where b.contract_id = s.contract_id and b.side = 'BUYER' and b.credit_code = any(${buyers}))
           order by s.contract_id desc limit ${LOOKED_AT})`;
  return rows.map(({ id }) => id);
}

export type PartyHistory = {
  readonly side: "SELLER" | "BUYER";
  readonly name: string;
  readonly registered: number;
  readonly registeredFen: bigint;
  readonly refused: number;
  readonly revoked: number;
  readonly pending: number;
};

type HistoryRow = { readonly state: RegistrationState; readonly files: number; readonly turnover_fen: bigint };

/** What the register knows of each party on its side of a contract. */
export async function partyHistory(db: Database, contractId: string, draft: ContractDraft): Promise<readonly PartyHistory[]> {
  const asked = [...draft.sellers.map((party) => ({ side: "SELLER" as const, party })), ...draft.buyers.map((party) => ({ side: "BUYER" as const, party }))];
  return Promise.all(
    asked.flatMap(({ side, party }) => {
      if (party.creditCode === null) return [];
      return [historyOf(db, contractId, side, party.name, party.creditCode)];
    }),
  );
}

async function historyOf(db: Database, contractId: string, side: "SELLER" | "BUYER", name: string, creditCode: string): Promise<PartyHistory> {
  const rows = await db.$queryRaw<HistoryRow[]>`
    select c.state::text as state, count(*)::int as files, coalesce(sum(c.turnover_fen), 0)::bigint as turnover_fen
    from contract_party p join contract c on c.id = p.contract_id
    where p.credit_code = ${creditCode} and p.side = ${side}::"PartySide" and c.id <> ${contractId}::uuid and c.state not in ('DRAFT', 'WITHDRAWN')
    group by c.state`;
  const files = (...states: readonly RegistrationState[]): number => rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.files, 0);
  const standing: readonly RegistrationState[] = ["REGISTERED", "CHANGE_PENDING", "RE_REVIEW"];
  return {
    side,
    name,
    registered: files(...standing),
    registeredFen: rows.filter(({ state }) => standing.includes(state)).reduce((sum, row) => sum + row.turnover_fen, 0n),
    refused: files("REFUSED"),
    revoked: files("REVOKED"),
    pending: files("SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW"),
  };
}
