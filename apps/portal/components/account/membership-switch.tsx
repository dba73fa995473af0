"use client";

import { Button } from "@ttx/ui/button";
import { RadioGroup } from "@ttx/ui/radio-group";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";

const T = {
  label: { zh: "当前代表", en: "You act for" },
  go: { zh: "切换单位", en: "Act for this one" },
} as const satisfies Record<string, Text>;

type Membership = { readonly id: string; readonly organisation: string; readonly roles: string };

/** For people of several organisations: which one this session acts for. */
export function MembershipSwitch({ lang, memberships, current }: { readonly lang: Lang; readonly memberships: readonly Membership[]; readonly current: string | null }) {
  return (
    <MutationForm url="/api/v1/me/membership" method="PUT" onDone={() => window.location.assign(href(lang, "/desk"))} className="grid gap-4">
      {({ pending }) => (
        <>
          <RadioGroup id="membershipId" label={pick(lang, T.label)} defaultValue={current ?? undefined} options={memberships.map(({ id, organisation, roles }) => ({ value: id, label: organisation, hint: roles }))} />
          <div><Button type="submit" pending={pending}>{pick(lang, T.go)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
