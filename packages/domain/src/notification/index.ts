export { notifyAuthority, notifyOrganisation, notifyPerson, type Message } from "./notify.ts";
export { NOTIFICATION_TEXTS, type NotificationKind } from "./kinds.ts";
export { listNotifications, readBell } from "./list-notifications.ts";
export { markAllRead, markRead } from "./mark-read.ts";
export { mailFailed, mailKept, mailSent, takeMails, type OutgoingMail } from "./outgoing-mail.ts";
