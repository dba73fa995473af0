import { Skeleton, SkeletonRows } from "@ttx/ui/skeleton";

/** The true shape of a desk: a heading, then rows. */
export default function Loading() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-9 w-56" />
      <SkeletonRows label="正在打开 / Loading" />
    </div>
  );
}
