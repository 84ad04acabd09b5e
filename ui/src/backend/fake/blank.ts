/** An empty form, and a name as it may stand where the public looks. */
import type { ComplaintForm } from "../contract";

const noDate = () => ({ day: "", month: "", year: "" });

export function emptyForm(): ComplaintForm {
  return {
    channel: "TM", channelRef: "", channelDate: noDate(), receivedAt: "", formNumber: "", identity: "open", restricted: false, capacity: "self",
    onBehalfOf: "", proxyDate: noDate(), name: "", salutation: "unknown", phone: "", email: "", nik: "", address: "",
    villageCode: "", villageText: "", occupation: "", serviceId: "", serviceText: "", eventDate: noDate(), eventPlace: "",
    subject: "", subjectEdited: false, description: "", loss: "", settlement: "", accusedOfficerId: "", accusedText: "",
    readBack: false, attachments: [],
  };
}

/** "Sulastri C.": what may stand on a tab that the public can see. */
export function shortName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last[0]?.toUpperCase()}.` : first;
}
