import type { Message } from "../notification/index.ts";
import type { SearchKind } from "../search/index.ts";

/** What is followed, and what its followers hear; nothing where it was never public. */
export type Told = { readonly kind: SearchKind; readonly subjectId: string; readonly message: Message | null };
