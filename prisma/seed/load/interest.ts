import type { Deps } from "@ttx/domain/shared/database";
import { demoResults } from "../content/index.ts";
import { STORY } from "../content/story.ts";
import { SEED } from "../seed-number.ts";
import { dateOf, morningOf } from "./days.ts";
import { idOf } from "./ids.ts";

const DAYS = ["2026-10-28", "2026-11-05", "2026-11-11", "2026-11-16", "2026-11-19"] as const;
const FOLLOWERS = [STORY.buyerOne, STORY.buyerTwo, STORY.buyerThree];

/** Looks at the newest results, and buyers who follow some of them. */
export async function loadInterest({ db }: Deps): Promise<void> {
  const newest = demoResults(SEED).toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1)).slice(0, 120);
  await db.viewCount.createMany({
    skipDuplicates: true,
    data: newest.flatMap(({ key }, i) => DAYS.map((on, at) => ({ kind: "RESULT" as const, subjectId: idOf("result", key), on: dateOf(on), views: 1 + ((i * 7 + at * 5) % 23) }))),
  });
  await db.follow.createMany({
    skipDuplicates: true,
    data: newest.slice(0, 12).flatMap(({ key }, i) => FOLLOWERS.slice(0, 1 + (i % 3)).map((person) => ({ personId: idOf("person", person), kind: "RESULT" as const, subjectId: idOf("result", key), createdAt: morningOf("2026-11-12", i) }))),
  });
}
