import type { Jieba } from "@node-rs/jieba";
import type { Word } from "./passages.rules.ts";
import { proposal, type TextProposal } from "./propose.rules.ts";

let loading: Promise<Jieba> | undefined;

/** The library and the dictionary that comes with it; loaded once, when the first text is read, so that a process that reads none needs neither. */
function segmenter(): Promise<Jieba> {
  return (loading ??= Promise.all([import("@node-rs/jieba"), import("@node-rs/jieba/dict.js")]).then(([{ Jieba: Segmenter }, { dict }]) => Segmenter.withDict(dict)));
}

async function wordsOf(text: string): Promise<readonly Word[]> {
  const jieba = await segmenter();
  let start = 0;
  return jieba.cut(text, true).map((word) => {
    const at = start;
    start += word.length;
    return { text: word, start: at };
  });
}

/** What the words of a contract suggest. Places are those of the text in normal form (NFKC). */
export async function proposeFromText(rawText: string): Promise<TextProposal> {
  const text = rawText.normalize("NFKC").replaceAll(",", "，").replaceAll(/(?<=\d)，(?=\d{3})/g, ",").replaceAll("(", "（").replaceAll(")", "）").replaceAll(":", "：").replaceAll(";", "；");
  return proposal(text, await wordsOf(text));
}
