import { editResult, publishResult } from "@ttx/domain/result";
import type { Scene } from "../stage.ts";

/** The university's newest result has come further since it was published: it has a second version, and readers see what changed. */
export const RENEWAL_SCENE: Scene = {
  name: "renewal",
  play: async (stage) => {
    const seller = stage.who("univ-zhedong-tech", "seller");
    await stage.daysAgo(2);
    const newest = await stage.deps.db.result.findFirstOrThrow({
      where: { ownerId: seller.organisation!.id, state: "PUBLISHED", versionNo: 1, readinessLevel: { lt: 9 } },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      select: { id: true, version: true, readinessLevel: true },
    });
    await stage.act(editResult, seller, { resultId: newest.id, version: newest.version, readinessLevel: (newest.readinessLevel ?? 5) + 1 });
    await stage.act(publishResult, seller, { resultId: newest.id, version: newest.version + 1 });
  },
};
