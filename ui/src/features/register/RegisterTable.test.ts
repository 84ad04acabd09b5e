import { render } from "@testing-library/svelte";
import { expect, it } from "vitest";
import type { RegisterRow } from "../../backend/contract";
import RegisterTable from "./RegisterTable.svelte";

const row = (id: string, number: string, imported: boolean): RegisterRow => ({
  id, number, imported, received: "2024-01-05T09:00:00+07:00", receivedShort: "5 Jan", subject: "Obat kosong", person: "Melati C.", service: "Farmasi",
  state: "closed", stateLabel: "Selesai", deadline: { kind: "none", text: "–", legal: null, workDay: null }, restricted: false, hasTwoVersions: false,
});

it("says of rows from an old register that they are, and which have no number", () => {
  const nothing = () => undefined;
  render(RegisterTable, {
    rows: [row("a", "5", true), row("b", "", true), row("c", "0001/PKM-SKM/A/XII/2026", false)], total: 4, selectedId: null, terms: [], sort: "received", descending: true,
    onselect: nothing, onmove: async () => null, onopen: nothing, onsort: nothing, onleave: nothing,
  });
  const numbers = [...document.querySelectorAll("td.no")].map(({ textContent }) => textContent?.trim());
  expect(numbers).toEqual(["lamaDari register lama: 5", "lamaDari register lama: (tanpa nomor)", "0001/PKM-SKM/A/XII/2026"]);
});
