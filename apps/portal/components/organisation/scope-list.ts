import { ENDPOINTS } from "@ttx/api";
import { pick, type Lang } from "@ttx/ui/text";

export type Scope = { readonly action: string; readonly does: string };
export type ScopeGroup = { readonly area: string; readonly scopes: readonly Scope[] };

/** The scopes of a key in words, by area: what the endpoints that need them do. Acts without an endpoint are of no use to a program. */
export function scopeGroups(possible: readonly string[], lang: Lang): readonly ScopeGroup[] {
  const words = new Map<string, string>();
  for (const endpoint of ENDPOINTS) {
    const actions = endpoint.kind === "plain" ? [endpoint.target.name] : endpoint.reaches;
    for (const action of actions) if (!words.has(action)) words.set(action, pick(lang, endpoint.summary));
  }
  const groups = new Map<string, Scope[]>();
  for (const action of possible) {
    const does = words.get(action);
    const area = action.split(".")[0] ?? action;
    if (does !== undefined) groups.set(area, [...(groups.get(area) ?? []), { action, does }]);
  }
  return [...groups].map(([area, scopes]) => ({ area, scopes }));
}
