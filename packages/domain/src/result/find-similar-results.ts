import { z } from "zod";
import { findAlike } from "../search/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { Id } from "../shared/input.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { ResultDraft } from "./result.schema.ts";
import { containedIn, likeness } from "./similarity.ts";

const SAME_TITLE = 0.62;
const SAME_SUMMARY = 0.6;
const SHOWN = 8;
const OWN_LOOKED_AT = 500;

const Typed = z.object({
  /** The result that is being written, which is not its own double. */
  resultId: Id.optional(),
  title: z.string().max(200).default(""),
  summary: z.string().max(2_000).default(""),
  numbers: z.union([z.string(), z.array(z.string())]).optional().transform((given) => [given ?? []].flat().map((number) => number.trim()).filter((number) => number !== "").slice(0, 20)),
});

export type SimilarResult = {
  readonly resultId: string;
  readonly title: string;
  readonly ownerName: string;
  readonly isOwn: boolean;
  readonly isPublished: boolean;
  /** The same right, the same name, or the same text. */
  readonly because: "NUMBER" | "TITLE" | "SUMMARY";
  readonly number: string | null;
};

/**
 * What the result that is being typed may double (重复提示): in the whole country among what is public, in one's own organisation among drafts
 * as well. Of what others have not published nothing is looked at, so nothing can be told.
 */
export const findSimilarResults = defineQuery("result.find-similar", Typed, async (ctx, typed) => {
  const owner = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: owner?.id });
  const [rights, alike, own] = await Promise.all([sameRights(ctx, owner!.id, typed.numbers), findAlike(ctx, "RESULT", typed.title, typed.summary), ownUnpublished(ctx, owner!)]);
  const publicOnes = alike.flatMap(({ subjectId, title, text, ownerId, ownerName }) => similar(typed, { resultId: subjectId, title, summary: text, ownerName, isOwn: ownerId === owner!.id, isPublished: true }));
  const privateOnes = own.flatMap((one) => similar(typed, one));
  const seen = new Set(typed.resultId === undefined ? [] : [typed.resultId]);
  const items = [...rights, ...[...publicOnes, ...privateOnes].sort((a, b) => b.score - a.score)].filter(({ resultId }) => !seen.has(resultId) && seen.add(resultId));
  return { items: items.slice(0, SHOWN).map(({ score: _score, ...item }): SimilarResult => item) };
});

type Scored = SimilarResult & { readonly score: number };
type Candidate = Omit<SimilarResult, "because" | "number"> & { readonly summary: string };

function similar({ title, summary }: z.infer<typeof Typed>, { summary: other, ...candidate }: Candidate): Scored[] {
  const [byTitle, bySummary] = [likeness(title, candidate.title), summary.length < 40 ? 0 : containedIn(summary, other)];
  if (byTitle < SAME_TITLE && bySummary < SAME_SUMMARY) return [];
  return [{ ...candidate, because: byTitle >= SAME_TITLE ? "TITLE" : "SUMMARY", number: null, score: Math.max(byTitle, bySummary) }];
}

async function sameRights(ctx: ReadContext, ownerId: string, numbers: readonly string[]): Promise<Scored[]> {
  if (numbers.length === 0) return [];
  const rows = await ctx.db.resultRight.findMany({
    where: { number: { in: [...numbers] }, result: { OR: [{ state: "PUBLISHED" }, { ownerId }] } },
    select: { number: true, result: { select: { id: true, title: true, state: true, ownerId: true, owner: { select: { name: true } } } } },
    take: SHOWN * 3,
  });
  return rows.map(({ number, result }) => ({ resultId: result.id, title: result.title, ownerName: result.owner.name, isOwn: result.ownerId === ownerId, isPublished: result.state === "PUBLISHED", because: "NUMBER", number, score: 1 }));
}

/** What one's colleagues are writing, or have withdrawn. */
async function ownUnpublished(ctx: ReadContext, owner: { readonly id: string; readonly name: string }): Promise<Candidate[]> {
  const rows = await ctx.db.result.findMany({ where: { ownerId: owner.id, state: { in: ["DRAFT", "WITHDRAWN"] } }, orderBy: { updatedAt: "desc" }, take: OWN_LOOKED_AT, select: { id: true, title: true, summary: true, draft: true } });
  return rows.map(({ id, title, summary, draft }) => ({ resultId: id, title, summary: draft === null ? summary : ResultDraft.parse(draft).summary, ownerName: owner.name, isOwn: true, isPublished: false }));
}
