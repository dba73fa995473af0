import { z } from "zod";
import { SEARCH_KINDS } from "../search/index.ts";
import { Id } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** Something public that somebody follows or opens. */
export const SubjectInput = z.object({ kind: z.enum(SEARCH_KINDS), id: Id });
export const ListFollowingInput = PageInput;

/** What the followers of a result are told of the public notice of its agreed price. */
export const NOTICE_CHANGES = ["RESULT_ON_NOTICE", "NOTICE_RESTARTED", "NOTICE_RETURNED", "NOTICE_CLEARED", "NOTICE_CANCELLED", "NOTICE_EXPIRED"] as const;
export type NoticeChange = (typeof NOTICE_CHANGES)[number];

/** What followers are told. */
export const FOLLOWED_CHANGES = ["RESULT_UPDATED", "RESULT_WITHDRAWN", "RESULT_LISTED", ...NOTICE_CHANGES, "LISTING_CHANGED", "DEMAND_CLOSED"] as const;
export type FollowedChange = (typeof FOLLOWED_CHANGES)[number];
export const TellInput = z.object({ change: z.enum(FOLLOWED_CHANGES), id: Id });
