import { z } from "zod";
import { defineQuery } from "../shared/use-case.ts";
import { fullDivisionName, searchDivisions } from "./divisions.ts";

const MOST = 30;

/** Divisions by a part of the name or the beginning of the code, for forms that ask where something lies. */
export const findDivisions = defineQuery("reference.read", z.object({ text: z.string().trim().max(40).default("") }), async (ctx, { text }) => {
  ctx.authorise();
  return { items: searchDivisions(text, MOST).map(({ code, level }) => ({ code, level, name: fullDivisionName(code) })) };
});
