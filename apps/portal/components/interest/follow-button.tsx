"use client";

import type { SearchKind } from "@ttx/domain/search";
import { Button } from "@ttx/ui/button";
import { BellIcon } from "@ttx/ui/icons/bell";
import { LinkButton } from "@ttx/ui/link-button";
import { pick, type Lang } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";
import { N } from "./interest-texts.ts";

type State = { readonly isSignedIn: boolean; readonly following: boolean };
type FollowButtonProps = { readonly lang: Lang; readonly kind: SearchKind; readonly id: string; readonly place: `/${string}` };

/** Whether the visitor follows this page, asked for after it has come: the page itself is the same for everybody. */
export function FollowButton({ lang, kind, id, place }: FollowButtonProps) {
  const [state, setState] = useState<State>();
  const start = useMutation<{ readonly following: boolean }>("/api/v1/following");
  const end = useMutation<{ readonly following: boolean }>("/api/v1/following/end");
  useEffect(() => {
    let here = true;
    const query = new URLSearchParams({ kind, id }).toString();
    void fetch(`/api/v1/following/state?${query}`, { credentials: "same-origin", headers: { accept: "application/json" } })
      .then((answer) => (answer.ok ? (answer.json() as Promise<State>) : { isSignedIn: false, following: false }))
      .catch(() => ({ isSignedIn: false, following: false }))
      .then((answer) => (here ? setState(answer) : undefined));
    return () => {
      here = false;
    };
  }, [kind, id]);

  async function change(act: typeof start) {
    const outcome = await act.submit({ kind, id });
    if (outcome.ok) setState({ isSignedIn: true, following: outcome.value.following });
  }

  const icon = <BellIcon size={16} />;
  if (state?.isSignedIn === false) return <LinkButton size="small" icon={icon} href={href(lang, "/sign-in", { next: href(lang, place) })}>{pick(lang, N.signIn)}</LinkButton>;
  const following = state?.following === true;
  const problem = start.problems ?? end.problems;
  return (
    <span className="inline-grid gap-1">
      <Button size="small" icon={icon} disabled={state === undefined} aria-pressed={following} title={pick(lang, following ? N.stop : N.told)} pending={start.pending || end.pending} onClick={() => void change(following ? end : start)}>
        {pick(lang, following ? N.following : N.follow)}
      </Button>
      {problem ? <span role="alert" className="text-sm text-live">{problem.title}</span> : null}
    </span>
  );
}
