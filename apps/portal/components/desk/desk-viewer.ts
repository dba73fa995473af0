import type { DeskPlaceKey } from "./desk-places.tsx";

/** Who looks at the workspace, as the frame shows it. */
export type DeskViewer = {
  readonly person: string;
  readonly organisation: string;
  /** The role in words: 登记员. */
  readonly role: string;
  /** The few places of this role, in order. */
  readonly places: readonly DeskPlaceKey[];
  /** The address that waits for its confirmation; null when it is confirmed. */
  readonly unconfirmed: string | null;
  readonly unread: number;
};
