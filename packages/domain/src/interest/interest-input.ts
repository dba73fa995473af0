import { z } from "zod";
import { SEARCH_KINDS } from "../search/index.ts";
import { Id } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** Something public that somebody follows or opens. */
export const SubjectInput = z.object({ kind: z.enum(SEARCH_KINDS), id: Id });
export const ListFollowingInput = PageInput;

/** What followers are told. */
export const FOLLOWED_CHANGES = ["RESULT_UPDATED", "RESULT_WITHDRAWN", "RESULT_LISTED", "RESULT_ON_NOTICE", "LISTING_CHANGED", "DEMAND_CLOSED"] as const;
export const TellInput = z.object({ change: z.enum(FOLLOWED_CHANGES), id: Id });
