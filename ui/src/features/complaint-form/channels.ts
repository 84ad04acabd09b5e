/** What each channel asks beside the common fields, and how the choices are laid out. */
import type { ChannelCode, ComplaintForm } from "../../backend/contract";
import { complaintForm as words } from "../../i18n/complaint-form";

export type ChannelAsk = {
  /** Label of `channelRef`; null when the channel has no reference of its own. */
  ref: string | null;
  refHint: string | null;
  /** Label of `channelDate`; null when there is no date to ask. */
  date: string | null;
  /** The complainant can be answered by e-mail, so the field is shown from the start. */
  email: boolean;
};

/** Shown as radio buttons; the others stand under "Lain". */
export const FIRST_CHANNELS: readonly ChannelCode[] = ["TM", "SR", "KP", "TL", "WA", "SP"];
export const OTHER_CHANNELS: readonly ChannelCode[] = ["SM", "EM", "WB", "MS", "OM", "DP", "ME", "FR", "LL"];

const nothing: ChannelAsk = { ref: null, refHint: null, date: null, email: false };

export function channelAsk(channel: ChannelCode): ChannelAsk {
  const w = words.channelAsk;
  switch (channel) {
    case "SR":
      return { ...nothing, ref: w.letterNumber, date: w.letterDate };
    case "KP":
      return { ...nothing, ref: w.box, refHint: words.optional, date: w.boxOpened };
    case "SP":
      return { ...nothing, ref: w.trackingId, refHint: w.trackingIdHint };
    case "MS":
      return { ...nothing, ref: w.account, refHint: w.accountHint };
    case "OM":
    case "DP":
      return { ...nothing, ref: w.letterNumber, date: w.letterDate };
    case "ME":
      return { ...nothing, ref: w.medium, date: w.published };
    case "FR":
      return { ...nothing, ref: w.forum, date: w.forumDate };
    case "WB":
      return { ...nothing, ref: w.website, refHint: words.optional, email: true };
    case "EM":
      return { ...nothing, email: true };
    case "LL":
      return { ...nothing, ref: w.other };
    default:
      return nothing;
  }
}

/**
 * The form after another channel was chosen. A slip from the box has nobody at the counter: without a name the
 * identity becomes "tanpa identitas", and goes back to "terbuka" if the choice is taken back while still nameless.
 */
export function withChannel(form: ComplaintForm, channel: ChannelCode): ComplaintForm {
  const next = { ...form, channel };
  if (form.name.trim() === "") {
    if (channel === "KP" && form.identity === "open") next.identity = "none";
    if (form.channel === "KP" && channel !== "KP" && form.identity === "none") next.identity = "open";
  }
  return next;
}
