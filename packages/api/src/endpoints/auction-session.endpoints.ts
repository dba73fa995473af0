import { editSession, forgetReminder, listOwnSessions, listSessionCandidates, makeSession, readAuctionCalendar, readReminder, readSession, remindMe, searchSessions } from "@ttx/domain/auction";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

const TAG = { tag: "auctions" } as const;

export const AUCTION_SESSION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/auction-calendar", readAuctionCalendar, { zh: "竞价日历：一个月内开始或截止的项目", en: "Calendar: lots that start or end in a month" }, { ...TAG, open: true, rate: "search" }),
  endpoint("GET", "/auction-sessions", searchSessions, { zh: "竞价专场", en: "Auction sessions" }, { ...TAG, open: true, rate: "search" }),
  endpoint("GET", "/auction-sessions/candidates", listSessionCandidates, { zh: "可编入专场的标的", en: "Lots that can go into a session" }, TAG),
  endpoint("GET", "/my/auction-sessions", listOwnSessions, { zh: "本机构的专场", en: "Sessions of the caller's exchange" }, TAG),
  endpoint("GET", "/auction-sessions/{sessionId}", readSession, { zh: "专场目录", en: "The catalogue of a session" }, { ...TAG, open: true }),
  endpoint("POST", "/auction-sessions", makeSession, { zh: "发布专场", en: "Publish a session" }, { ...TAG, status: 201 }),
  endpoint("PUT", "/auction-sessions/{sessionId}", editSession, { zh: "修改专场", en: "Change a session" }, TAG),
  endpoint("GET", "/auctions/{auctionId}/reminder", readReminder, { zh: "本人是否设置了开始提醒", en: "Whether the caller asked to be reminded" }),
  endpoint("POST", "/auctions/{auctionId}/reminder", remindMe, { zh: "设置开始提醒", en: "Ask to be reminded before the start" }),
  endpoint("DELETE", "/auctions/{auctionId}/reminder", forgetReminder, { zh: "取消开始提醒", en: "Ask no longer" }),
];
