// The browser's door: labels and codes.
export { ENTRY_LABELS, OFFER_STATE_LABELS, REFUSAL_REASON_LABELS, ROOM_SIDE_LABELS, ROOM_STATE_LABELS } from "./room.labels.ts";
export { REFUSAL_REASONS, ROOM_TABS, type EntryKind, type RefusalReason } from "./room.schema.ts";
export type { RoomState } from "./room.machine.ts";
