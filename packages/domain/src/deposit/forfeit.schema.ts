import { z } from "zod";
import { Id, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { FORFEIT_GROUNDS } from "./deposit.rules.ts";

export const DecideForfeitInput = z.object({ depositId: Id, ground: z.enum(FORFEIT_GROUNDS), reason: prose(1_000, 10) });
export const AppealForfeitInput = z.object({ depositId: Id, appeal: prose(1_000, 10) });
export const RULINGS = ["UPHELD", "REVOKED"] as const;
export type Ruling = (typeof RULINGS)[number];
export const RuleForfeitInput = z.object({ depositId: Id, ruling: z.enum(RULINGS), reason: prose(1_000, 10) });
export const ListForfeitsInput = PageInput.extend({ view: z.enum(["open", "done"]).default("open") });
