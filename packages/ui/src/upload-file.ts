import { pick, type Lang, type Text } from "./text.ts";

export type Uploaded = { readonly id: string };

const LOST: Text = { zh: "连接中断，文件没有传完，可以重新上传。", en: "The connection was lost before the file was complete. You can try again." };
const REFUSED: Text = { zh: "服务器没有接受这个文件。", en: "The server did not accept this file." };

/** fetch cannot tell how much it has sent, so this one place uses XMLHttpRequest. */
export function uploadFile(url: string, file: File, lang: Lang, onProgress: (percent: number) => void): Promise<Uploaded | { readonly error: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Idempotency-Key", crypto.randomUUID());
    request.setRequestHeader("Accept-Language", lang);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0);
    request.onerror = () => resolve({ error: pick(lang, LOST) });
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status < 300 && hasText(body, "id")) resolve({ id: body.id });
      else resolve({ error: hasText(body, "detail") ? body.detail : hasText(body, "title") ? body.title : pick(lang, REFUSED) });
    };
    request.send(file);
  });
}

function hasText<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return typeof value === "object" && value !== null && key in value && typeof (value as Record<Key, unknown>)[key] === "string";
}
