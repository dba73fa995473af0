import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js"; // with its ending: outside of a bundle, node finds no other
import type { Word } from "./passages.rules.ts";
import { proposal, type TextProposal } from "./propose.rules.ts";

let segmenter: Jieba | undefined;

/** The text, cut into words by the dictionary that comes with the library; loaded once, when the first text is read. */
function wordsOf(text: string): readonly Word[] {
  segmenter ??= Jieba.withDict(dict);
  let start = 0;
  return segmenter.cut(text, true).map((word) => {
    const at = start;
    start += word.length;
    return { text: word, start: at };
  });
}

/** What the words of a contract suggest. Places are those of the text in normal form (NFKC). */
export function proposeFromText(rawText: string): TextProposal {
  const text = rawText.normalize("NFKC").replaceAll(",", "，").replaceAll(/(?<=\d)，(?=\d{3})/g, ",").replaceAll("(", "（").replaceAll(")", "）").replaceAll(":", "：").replaceAll(";", "；");
  return proposal(text, wordsOf(text));
}
