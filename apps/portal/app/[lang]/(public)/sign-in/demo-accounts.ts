import { readDemoAccounts } from "@ttx/domain/identity";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { ROLE_LABELS } from "@ttx/domain/shared/roles";
import { pick, type Lang } from "@ttx/ui/text";
import type { DemoAccount } from "#components/sign-in/demo-accounts.tsx";
import { deps } from "#runtime/deps.ts";

/** The accounts of the demonstration; none in production. */
export async function demoAccounts(lang: Lang): Promise<readonly DemoAccount[]> {
  const { items } = await read(deps(), readDemoAccounts, ANONYMOUS, {});
  return items.map(({ name, email, password, organisation, roles, code }) => ({
    identifier: email,
    password,
    person: organisation === null ? name : `${name}，${organisation}`,
    role: roles.map((role) => pick(lang, ROLE_LABELS[role])).join(lang === "zh" ? "、" : ", "),
    code,
  }));
}
