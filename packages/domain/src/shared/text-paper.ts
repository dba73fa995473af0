import { textBlocks, type TextBlock } from "./text-blocks.ts";

/** A contract on its way to paper. */
export type TextPaper = {
  /** Stands small on every page: the project. */
  readonly running: string;
  readonly text: string;
  /** Who signs, as the text calls them. */
  readonly signers: readonly string[];
};

/** The place for seals and signatures at the end, unless the text brings its own. */
const SIGNED_ALREADY = /(?:（盖章）|\(盖章\)|（签章）|（签字）|签字盖章[:：]|法定代表人[^。]{0,12}[:：])/;

export function blocksOf({ text }: TextPaper): readonly TextBlock[] {
  return textBlocks(text);
}

export function needsSignatures({ text, signers }: TextPaper): boolean {
  return signers.length > 0 && !SIGNED_ALREADY.test(text.slice(-600));
}

export const SIGNATURE_LINES = ["（盖章）", "法定代表人或委托代理人（签字）：", "　　　　年　　月　　日"] as const;
