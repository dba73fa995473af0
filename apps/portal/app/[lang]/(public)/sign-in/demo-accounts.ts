import type { Lang } from "@ttx/ui/text";
import type { DemoAccount } from "#components/sign-in/demo-accounts.tsx";

/** The accounts of the demo data, in demo mode; none otherwise. The identity feature's query takes this place. */
export async function demoAccounts(_lang: Lang): Promise<readonly DemoAccount[]> {
  return [];
}
