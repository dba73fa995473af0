import { listNotifications, markAllRead, markRead, readBell } from "@ttx/domain/notification";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const NOTIFICATION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/notifications", listNotifications, { zh: "我的消息", en: "One's own messages" }),
  endpoint("GET", "/notifications/bell", readBell, { zh: "未读消息数与最新几条", en: "Number of unread messages and the newest few" }),
  endpoint("POST", "/notifications/{id}/read", markRead, { zh: "将一条消息标为已读", en: "Mark one message as read" }, { input: ({ params }) => ({ notificationId: params["id"] }) }),
  endpoint("POST", "/notifications/read-all", markAllRead, { zh: "将全部消息标为已读", en: "Mark all messages as read" }),
];
