/** A form with nothing in it: asked only for the forecast of the next number. */
import type { ComplaintForm } from "../../backend/contract";

const noDate = () => ({ day: "", month: "", year: "" });

export function emptyComplaint(): ComplaintForm {
  return {
    channel: "TM", channelRef: "", channelDate: noDate(), receivedAt: "", formNumber: "", identity: "open", restricted: false, capacity: "self",
    onBehalfOf: "", proxyDate: noDate(), name: "", salutation: "unknown", phone: "", email: "", nik: "", address: "",
    villageCode: "", villageText: "", occupation: "", serviceId: "", serviceText: "", eventDate: noDate(), eventPlace: "",
    subject: "", subjectEdited: false, description: "", loss: "", settlement: "", accusedOfficerId: "", accusedText: "",
    readBack: false, attachments: [],
  };
}
