import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * At a desk, what stands beside a running lot is asked for again when the lot has moved on: its acts are others then. The last step, the confirmation,
 * is not waited for: whoever signs it reads his receipt first.
 */
export function useRefreshOnMove(state: string, stage: string, isDesk: boolean): void {
  const router = useRouter();
  const where = `${state === "AWARDED" ? "RESULT" : state} ${stage}`;
  const [first] = useState(where);
  useEffect(() => {
    if (isDesk && where !== first) router.refresh();
  }, [isDesk, where, first, router]);
}
