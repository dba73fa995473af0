import type { Texts } from "../shared/texts.ts";

export const DOCUMENT_TEXTS = {
  DOCUMENT_TOO_LARGE: { zh: "文件超过 {limit} MB 的上限，没有保存。请压缩或拆分后再上传。", en: "The file is larger than {limit} MB and was not kept. Compress it or split it." },
  DOCUMENT_EMPTY: { zh: "文件是空的，请核对后重新选择。", en: "The file is empty. Check it and choose again." },
  DOCUMENT_KIND_REFUSED: { zh: "这种文件不能上传。可上传 PDF、PNG、JPG、DOCX、XLSX、TXT、CSV；压缩包、旧版 Office 和含宏的文件请另存为上述格式。", en: "Files of this kind are not taken. PDF, PNG, JPG, DOCX, XLSX, TXT and CSV are; save archives, old Office files and files with macros in one of these." },
  DOCUMENT_NAME_MISMATCH: { zh: "文件内容与扩展名不符，请用正确的格式另存后再上传。", en: "What the file holds does not fit the ending of its name. Save it in the right format and try again." },
  DOCUMENT_UPLOAD_BROKEN: { zh: "上传中断，文件没有保存，请重新上传。", en: "The upload was cut off and nothing was kept. Please try again." },
  DOCUMENT_SUBJECT_HALF: { zh: "请同时指明附件所属事项的类型和编号。", en: "Name both the kind and the id of what the file belongs to." },
  DOCUMENT_SUBJECT_NOT_YOURS: { zh: "该事项不属于您的单位，不能添加附件。", en: "This does not belong to your organisation; you cannot attach to it." },
  DOCUMENT_IN_USE: { zh: "该文件已提交到办理流程中，不能删除。", en: "The file is part of a procedure and cannot be removed." },
} as const satisfies Texts;
