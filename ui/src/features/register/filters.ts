/** Filters of the list: what is asked of the backend, what is remembered for the officer. */
import type { ChannelCode, ComplaintState, RegisterQuery } from "../../backend/contract";
import type { DayDate } from "../complaint-form/dates";
import { periodDays, type Span } from "../filters/period";

export type Filters = Span & {
  channel: ChannelCode | null;
  serviceId: string | null;
  state: ComplaintState | null;
  officerId: string | null;
  sort: RegisterQuery["sort"];
  descending: boolean;
};

export const NO_FILTERS: Filters = {
  period: "all", from: null, to: null, channel: null, serviceId: null, state: null, officerId: null, sort: "received", descending: true,
};

const key = (officerId: string): string => `loket-aduan.register.${officerId}`;

/** The filters that this officer used last on this PC. The text searched for is not kept: it may be a name. */
export function rememberedFilters(officerId: string): Filters {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(officerId)) ?? "null");
    if (typeof stored === "object" && stored !== null) return { ...NO_FILTERS, ...stored };
  } catch {
    // Unreadable or absent: the list starts unfiltered.
  }
  return { ...NO_FILTERS };
}

export function rememberFilters(officerId: string, filters: Filters): void {
  try {
    localStorage.setItem(key(officerId), JSON.stringify(filters));
  } catch {
    // Remembering is a comfort; filtering works without it.
  }
}

export function queryOf(text: string, filters: Filters, cursor: string | null, today: DayDate): RegisterQuery {
  const { channel, serviceId, state, officerId, sort, descending } = filters;
  return { text: text.trim(), ...periodDays(filters, today), channel, serviceId, state, officerId, sort, descending, cursor };
}

/** True when something is hidden by filters; the order hides nothing. */
export const isFiltered = (f: Filters): boolean =>
  f.period !== "all" || f.channel !== null || f.serviceId !== null || f.state !== null || f.officerId !== null;
