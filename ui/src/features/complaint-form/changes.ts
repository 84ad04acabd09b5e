/** What a correction changes, in words: field, old value, new value. */
import type { ComplaintForm, DateFields, OfficerBrief, ServiceItem } from "../../backend/contract";
import { capacityLabel, channelLabel, complaintForm as words, identityLabel, salutationLabel } from "../../i18n/complaint-form";
import { channelAsk } from "./channels";
import { isEmptyDate, longDate, readDate } from "./dates";
import { maskNik } from "./nik";

export type Change = { field: string; label: string; before: string; after: string };
type Lists = { services: readonly ServiceItem[]; officers: readonly OfficerBrief[] };

function dateText(date: DateFields): string {
  const reading = readDate(date);
  if (typeof reading === "object") return longDate(reading);
  return isEmptyDate(date) ? "" : [date.day, date.month, date.year].join("/");
}

const yesNo = (value: boolean): string => (value ? words.yes : words.no);

/** Each row: label and the value as a person reads it. Fields that move together are one row. */
function readable(form: ComplaintForm, { services, officers }: Lists): [field: string, label: string, value: string][] {
  const ask = channelAsk(form.channel);
  return [
    ["channel", words.channel, channelLabel[form.channel]],
    ["channelRef", ask.ref ?? words.channelAsk.other, form.channelRef],
    ["channelDate", ask.date ?? words.channelAsk.letterDate, dateText(form.channelDate)],
    ["receivedAt", words.received, form.receivedAt.replace("T", ", ")],
    ["identity", words.identity, identityLabel[form.identity]],
    ["restricted", words.restricted, yesNo(form.restricted)],
    ["capacity", words.capacity, capacityLabel[form.capacity]],
    ["onBehalfOf", words.onBehalfOf[form.capacity] || words.capacity, form.onBehalfOf],
    ["proxyDate", words.proxyDate, dateText(form.proxyDate)],
    ["name", words.name, form.name],
    ["salutation", words.salutation, salutationLabel[form.salutation]],
    ["phone", words.phone, form.phone],
    ["email", words.email, form.email],
    ["nik", words.nik, maskNik(form.nik)],
    ["address", words.address, form.address],
    ["villageCode", words.village, form.villageText],
    ["occupation", words.occupation, form.occupation],
    ["serviceId", words.service, services.find((s) => s.id === form.serviceId)?.name ?? form.serviceText],
    ["eventDate", words.eventDate, dateText(form.eventDate)],
    ["eventPlace", words.eventPlace, form.eventPlace],
    ["subject", words.subject, form.subject],
    ["description", words.descriptionShort, form.description],
    ["loss", words.loss, form.loss],
    ["settlement", words.settlement, form.settlement],
    ["accusedText", words.accused, officers.find((o) => o.id === form.accusedOfficerId)?.name ?? form.accusedText],
    ["readBack", words.readBack, yesNo(form.readBack)],
  ];
}

export function changesOf(before: ComplaintForm, after: ComplaintForm, lists: Lists): Change[] {
  const old = readable(before, lists);
  return readable(after, lists).flatMap(([field, label, value], i) => {
    const was = old[i]?.[2] ?? "";
    const hiddenChange = field === "nik" && before.nik !== after.nik;
    return was === value && !hiddenChange ? [] : [{ field, label, before: was, after: value }];
  });
}
