import { lapseRoom, remindRoom, ROOM_DUE } from "@ttx/domain/negotiation";
import { act } from "../handler.ts";
import { whenDue, type DueHandler } from "../due-handler.ts";

export const ROOM_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue(ROOM_DUE.remind, (roomId, dueAt) => act(remindRoom, { roomId, dueAt })),
  whenDue(ROOM_DUE.lapse, (roomId, dueAt) => act(lapseRoom, { roomId, dueAt })),
];
