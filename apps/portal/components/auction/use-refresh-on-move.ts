import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** At a desk, what stands beside a running lot is asked for again when the lot has moved on: its acts are others then. */
export function useRefreshOnMove(where: string, isDesk: boolean): void {
  const router = useRouter();
  const [first] = useState(where);
  useEffect(() => {
    if (isDesk && where !== first) router.refresh();
  }, [isDesk, where, first, router]);
}
