import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { readParameter } from "../shared/parameter.ts";
import { DEFAULT_NOTICE_PARAMETERS, type NoticeParameters } from "./notice.rules.ts";

const StoredParameters = z.object({ version: z.string().min(1), remainingMinDays: z.number().int().min(1).max(60), validityDays: z.number().int().min(1).max(730) });

/** What a province has set for notices announced at an instant; where it has not, the platform's proposal. */
export function noticeParametersAt(db: Pick<Tx, "parameter">, { divisionCode, publishedAt }: { readonly divisionCode: string; readonly publishedAt: Date | null }): Promise<NoticeParameters> {
  return readParameter(db, "agreed-price.notice", StoredParameters, publishedAt!, DEFAULT_NOTICE_PARAMETERS, divisionCode.slice(0, 2));
}
