/** One hand-written piece of technology; each variant becomes a result of its own, with figures of its own. */
export interface Topic {
  /** Chinese title, `{x}` is the variant. */
  readonly t: string;
  /** English title, `{x}` is the variant. */
  readonly e: string;
  /** Variants, Chinese and English. */
  readonly v: readonly (readonly [zh: string, en: string])[];
  /** Where it was or would be tried. */
  readonly p: string;
  /** Problem, principle and key figures. */
  readonly s: string;
  /** Use. */
  readonly a: string;
  /** Leading kind of right, when it is not a patent: software 3, layout 4, plant variety 5. */
  readonly ip?: "3" | "4" | "5" | "1";
}
