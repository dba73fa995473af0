import { pick, type Lang } from "@ttx/ui/text";
import { AUDIT as T } from "./audit-texts.ts";

export type WhoProps = { readonly lang: Lang; readonly actorKind: string; readonly person: string | null; readonly organisation: string | null; readonly apiKey: string | null };

/** Who did it: a person for an organisation, an organisation's key, the platform, or nobody known. */
export function Who({ lang, actorKind, person, organisation, apiKey }: WhoProps) {
  const name = actorKind === "system" ? pick(lang, T.system) : actorKind === "anonymous" ? pick(lang, T.anonymous) : actorKind === "key" ? `${pick(lang, T.key)} ${apiKey ?? ""}` : (person ?? "—");
  return (
    <span className="grid leading-snug">
      <span lang={person === null ? undefined : "zh-CN"}>{name}</span>
      {organisation ? <span lang="zh-CN" className="text-sm text-ink-soft">{organisation}</span> : null}
    </span>
  );
}
