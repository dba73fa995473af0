import { useEffect, useEffectEvent, type RefObject } from "react";

/** While something that belongs to a form is still on its way, sending the form waits for it; where that has failed, the form is not sent. */
export function useFormWaits(part: RefObject<HTMLElement | null>, isOnItsWay: boolean, hasArrived: () => boolean): void {
  const arrived = useEffectEvent(hasArrived);
  useEffect(() => {
    const form = part.current?.closest("form");
    if (!form || !isOnItsWay) return;
    let waiting: { readonly by: HTMLElement | null } | undefined;
    const wait = (event: SubmitEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      waiting = { by: event.submitter };
    };
    form.addEventListener("submit", wait, { capture: true });
    return () => {
      form.removeEventListener("submit", wait, { capture: true });
      if (waiting && form.isConnected && arrived()) form.requestSubmit(waiting.by);
    };
  }, [part, isOnItsWay]);
}
