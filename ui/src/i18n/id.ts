/** Every Indonesian sentence of the window, by area. Values that are printed as well come from the program instead. */
export { commandText, contextText, controlKeys, helpText } from "./id/commands";
export { common } from "./id/common";
export { frame, noticeText, resume, roleText, screenText } from "./id/frame";
