"use client";

import type { Role } from "@ttx/domain/shared/roles";
import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { RoleCheckboxes } from "./role-checkboxes.tsx";

const T = {
  change: { zh: "调整角色", en: "Change roles" },
  of: { zh: "调整{name}的角色", en: "Roles of {name}" },
  save: { zh: "保存角色", en: "Save the roles" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly membershipId: string; readonly name: string; readonly roles: readonly Role[]; readonly possible: readonly Role[] };

/** Gives a colleague other roles; they count at once. */
export function EditRoles({ lang, membershipId, name, roles, possible }: Props) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  return (
    <>
      <Button tone="plain" size="small" onClick={() => setOpen(true)}>{say(T.change)}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={say(T.of).replace("{name}", name)}>
        <MutationForm
          url={`/api/v1/colleagues/${membershipId}/roles`}
          method="PUT"
          toBody={(data) => ({ roles: [], ...formBody(data) })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          {({ pending, errorOf }) => (
            <>
              <RoleCheckboxes lang={lang} id="roles" roles={possible} given={roles} error={errorOf("roles")} />
              <div><Button type="submit" tone="primary" pending={pending}>{say(T.save)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}
