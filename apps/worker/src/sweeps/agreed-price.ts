import { clearNotice, expireNotice, NOTICE_DUE } from "@ttx/domain/agreed-price";
import { act } from "../handler.ts";
import { whenDue, type DueHandler } from "../due-handler.ts";

export const NOTICE_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue(NOTICE_DUE.clear, (noticeId, dueAt) => act(clearNotice, { noticeId, dueAt })),
  whenDue(NOTICE_DUE.expire, (noticeId, dueAt) => act(expireNotice, { noticeId, dueAt })),
];
