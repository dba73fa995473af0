export { notifyOrganisation, notifyPerson, type Message } from "./notify.ts";
export { NOTIFICATION_TEXTS, type NotificationKind } from "./kinds.ts";
