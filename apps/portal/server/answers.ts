import type { ServerResponse } from "node:http";
import { NO_PAGE_POLICY } from "./security-headers.ts";

export function sendJson(response: ServerResponse, status: number, body: object, type = "application/json"): void {
  const text = JSON.stringify(body);
  response.setHeader("Content-Security-Policy", NO_PAGE_POLICY);
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Length": Buffer.byteLength(text), "Cache-Control": "no-store" });
  response.end(text);
}

const TITLES: Readonly<Record<number, string>> = {
  400: "请求无法识别 / The request was not understood",
  404: "没有找到 / Not found",
  405: "不支持此方法 / Method not allowed",
  411: "请求须注明长度 / Length required",
  413: "请求内容过大 / The request is too large",
  414: "地址过长 / The address is too long",
  431: "请求头过大 / The request headers are too large",
  500: "服务器出错，您提交的内容没有被处理 / Something went wrong on our side",
  503: "服务正在停止，请稍后重试 / Shutting down, please try again",
};

/** An RFC 9457 problem. */
export function sendProblem(response: ServerResponse, status: number, code: string, requestId: string): void {
  sendJson(response, status, { type: "about:blank", title: TITLES[status] ?? "Problem", status, code, requestId }, "application/problem+json");
}
