import { z } from "zod";
import { defineQuery } from "../shared/use-case.ts";

/** Who looks at a public page: a name for the corner of the page, or nobody. Open to all, so that a visitor's page asks without being refused. */
export const readVisitor = defineQuery("session.read", z.object({}), (ctx) => {
  ctx.authorise();
  const { actor } = ctx;
  return Promise.resolve({ person: actor.kind === "person" ? { name: actor.name } : null });
});
