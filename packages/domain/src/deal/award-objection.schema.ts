import { z } from "zod";
import { Id, line, prose } from "../shared/input.ts";
import { AWARD_INTERESTS, AWARD_OBJECTION_GROUNDS, AWARD_RULINGS } from "./award-objection.rules.ts";

/** By name, with the ground, how one is concerned, and facts: name and contact are for the exchange only. */
export const FileAwardObjectionInput = z.object({ dealId: Id, ground: z.enum(AWARD_OBJECTION_GROUNDS), interest: z.enum(AWARD_INTERESTS), filedBy: line(60, 2), contact: line(120, 5), facts: prose(4_000, 10) });
export const RuleAwardObjectionInput = z.object({ objectionId: Id, ruling: z.enum(AWARD_RULINGS), reasons: prose(500, 10) });
export const AwardInput = z.object({ dealId: Id });
