import { cx } from "./cx.ts";

export type SkeletonProps = { readonly className?: string };

/** A grey shape where something will stand; give it the true height and width, so that nothing jumps. */
export function Skeleton({ className }: SkeletonProps) {
  return <div aria-hidden="true" className={cx("animate-pulse rounded-sm bg-sunken", className)} />;
}

/** Rows of a table to come. */
export function SkeletonRows({ rows = 8, label }: { readonly rows?: number; readonly label: string }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="flex h-11 items-center gap-6 border-b border-line">
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-24" />
          <Skeleton className="hidden h-4 w-32 md:block" />
          <Skeleton className="h-6 w-16" />
        </div>
      ))}
    </div>
  );
}
