/** Kinds of due acts of negotiation rooms. */
export const ROOM_DUE = { remind: "room.remind", lapse: "room.lapse" } as const;
