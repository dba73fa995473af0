import type { Deps } from "../src/shared/database.ts";
import { readDomainTime } from "../src/shared/domain-clock.ts";

/** Moves the domain clock of a test database forward to an instant. */
export async function moveClockTo(deps: Deps, instant: Date): Promise<void> {
  const now = await readDomainTime(deps.db, "test");
  await moveClockBy(deps, instant.getTime() - now.getTime());
}

export async function moveClockBy(deps: Deps, milliseconds: number): Promise<void> {
  await deps.db.$executeRaw`
    insert into clock_offset (id, offset_ms) values (1, ${BigInt(milliseconds)})
    on conflict (id) do update set offset_ms = clock_offset.offset_ms + excluded.offset_ms`;
}
