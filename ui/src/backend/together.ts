/** Part of the contract: complaints that belong together. */
import type { Fact } from "./contract";

/** Another complaint in one line, masked as lists are. */
export type LinkView = { id: string; number: string; receivedShort: string; subject: string; person: string; stateLabel: string };
/** A complaint that may tell of the same. `mergeRefused` says why nobody can join it. */
export type SimilarHit = { complaint: LinkView; reasons: string[]; linked: boolean; mergeRefused: string | null };
export type SimilarChoice = "link" | "undecided" | "other";
/** A further reporter; its id stands for the complaint where papers, identity or an answer of this person are meant. */
export type ReporterView = {
  id: string;
  label: string;
  person: string;
  receivedText: string;
  trackingCode: string;
  facts: Fact[];
  mayOpenIdentity: boolean;
  identityNeedsReason: boolean;
  description: string;
  deadline: string;
  receipt: "receipt" | "record_slip";
  printed: number;
  signed: boolean;
  handedOver: boolean;
  mayPrint: boolean;
  messages: { whatsapp: string; sms: string };
};
export type Together = { links: LinkView[]; reporters: ReporterView[]; may: boolean };
