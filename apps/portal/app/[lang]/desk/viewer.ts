import { readSelf } from "@ttx/domain/identity";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { ROLE_LABELS } from "@ttx/domain/shared/roles";
import { pick, type Lang } from "@ttx/ui/text";
import type { DeskViewer } from "#components/desk/desk-viewer.ts";
import { placesOf } from "#components/desk/role-places.ts";
import { deps } from "#runtime/deps.ts";

/** What the frame of the workspace says of the signed-in person. */
export async function deskViewer(lang: Lang, actor: PersonActor): Promise<DeskViewer> {
  const self = await read(deps(), readSelf, actor, {});
  return {
    person: self.name,
    organisation: self.organisation?.name ?? self.name,
    role: self.roles.map((role) => pick(lang, ROLE_LABELS[role])).join(lang === "zh" ? "、" : ", "),
    places: placesOf(self.roles, deps().config.mode),
    unconfirmed: self.emailConfirmed ? null : self.email,
    unread: self.unreadNotifications,
  };
}
