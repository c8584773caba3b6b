import { freshId } from "../../ids.ts";
import { type Answer, success } from "../answer.ts";

/** POST /jssdk/ticket/get: the ticket with which a web page signs its JSSDK calls (feishu-contract 4.9). */
export function jssdkTicket(): Answer {
  return success({ ticket: freshId("", 64), expire_in: 7200 });
}
