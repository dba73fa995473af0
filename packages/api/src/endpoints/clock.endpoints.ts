import { moveClock, readClock } from "@ttx/domain/operations";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const CLOCK_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/clock", readClock, { zh: "业务时钟：法定期限以此计算", en: "The domain clock that legal periods run on" }, { open: true }),
  endpoint("POST", "/clock/advance", moveClock, { zh: "将业务时钟向前拨（仅演示、测试模式）", en: "Move the domain clock forward (demo and test mode only)" }, { demoOnly: true }),
];
