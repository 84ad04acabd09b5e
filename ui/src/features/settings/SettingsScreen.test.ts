import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import type { Session } from "../../backend/contract";
import { office } from "../../backend/fake/office";
import SettingsScreen from "./SettingsScreen.svelte";

const session: Session = {
  officer: { id: "officer-2", name: "Bambang Semisal", post: "", roles: ["administrator"], color: 2 }, officeName: "Puskesmas Sukamisal", officeKind: "health_centre", counterCode: "A",
  practice: false, numbersFrozen: false, zone: "WIB", preferences: { textPercent: 100, theme: "system", density: "rapat" }, lockAfterMinutes: 5, readsLog: false,
};
const field = (id: string) => document.getElementById(id) as HTMLInputElement;

async function show(section: string) {
  const user = userEvent.setup();
  render(SettingsScreen, { active: true, session });
  await waitFor(() => expect(screen.queryByText("Loket Aduan 0.1.0", { exact: false })).toBeTruthy());
  await user.click(screen.getByTestId(`section-${section}`));
  return user;
}

beforeEach(() => vi.restoreAllMocks());

it("keeps the office and says what is missing at its place", async () => {
  const saved = vi.spyOn(backend, "saveOffice");
  const user = await show("office");
  await user.clear(field("name"));
  await user.click(screen.getByTestId("save-office"));
  await waitFor(() => expect(screen.getByTestId("error-summary").textContent).toContain("Isi nama."));
  await user.type(field("name"), "Puskesmas Sukamisal Baru");
  await user.click(screen.getByTestId("save-office"));
  await waitFor(() => expect(saved.mock.calls.at(-1)?.[0].name).toBe("Puskesmas Sukamisal Baru"));
  await waitFor(() => expect(screen.queryByTestId("error-summary")).toBeNull());
});

it("adds a local day off", async () => {
  const user = await show("days");
  await user.click(screen.getByRole("button", { name: "Tambah hari libur" }));
  await waitFor(() => expect(screen.getByTestId("error-summary").querySelectorAll("a")).toHaveLength(2));
  await user.click(field("date-day"));
  await user.keyboard("15062199");
  await user.type(field("holidayName"), "Hari Jadi Kabupaten Contoh");
  await user.click(screen.getByRole("button", { name: "Tambah hari libur" }));
  await waitFor(() => expect(screen.getByText("Hari Jadi Kabupaten Contoh")).toBeTruthy());
  expect(office.holidays.some(({ date }) => date === "2199-06-15")).toBe(true);
});

it("gives a new PIN, typed twice, and never an easy one", async () => {
  const saved = vi.spyOn(backend, "saveOfficer");
  const user = await show("officers");
  await user.click(screen.getByRole("button", { name: "Ubah Rina Teladan" }));
  await user.type(field("officer-pin"), "123456");
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(screen.getByTestId("error-summary").textContent).toContain("tidak mudah ditebak"));
  await user.clear(field("officer-pin"));
  await user.type(field("officer-pin"), "731905");
  await user.type(field("officer-pinAgain"), "731905");
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(saved).toHaveBeenCalledWith(expect.objectContaining({ id: "officer-1" }), "731905"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("keeps the PIN when none is typed", async () => {
  const saved = vi.spyOn(backend, "saveOfficer");
  const user = await show("officers");
  await user.click(screen.getByRole("button", { name: "Ubah Mega Perumpamaan" }));
  await user.click(field("officer-active"));
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(saved).toHaveBeenCalledWith(expect.objectContaining({ active: false }), null));
});

it("takes a service off the offer instead of deleting it", async () => {
  const saved = vi.spyOn(backend, "saveServices");
  const user = await show("lists");
  await user.click(screen.getByRole("checkbox", { name: "Poli gigi ditawarkan" }));
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(saved.mock.calls.at(-1)?.[0].find(({ name }) => name === "Poli gigi")?.active).toBe(false));
  expect(office.services.map(({ name }) => name)).toContain("Poli gigi");
  expect(screen.queryByRole("button", { name: /Hapus/ })).toBeNull();
});

it("copies now, and leads to the restore with the newest copy once", async () => {
  const user = await show("copies");
  await user.click(screen.getByTestId("copy-now"));
  await waitFor(() => expect(screen.getAllByText(/09\.16/).length).toBeGreaterThan(0));
  await user.click(screen.getByTestId("restore-open"));
  const dialog = await screen.findByRole("dialog", { name: "Pulihkan dari cadangan" });
  expect(within(dialog).getAllByRole("radio")).toHaveLength(1);
});

it("lists the deadlines with their certainty", async () => {
  await show("rules");
  expect(screen.getByRole("row", { name: /14 hari kalender UU 25\/2009 Pasal 44 ayat \(3\) pasti/ })).toBeTruthy();
});

it("shows the next number and changes nothing", async () => {
  await show("numbering");
  await waitFor(() => expect(screen.getByText(/\/PKM-SKM\/A\/XII\/2026/, { selector: ".big" })).toBeTruthy());
  expect(document.querySelector("[data-pane] input")).toBeNull();
  expect(document.querySelector("dl")?.textContent).toContain("Urut, 4 angka / Kode kantor / Loket / Bulan Romawi / Tahun");
  expect(document.querySelector("dl")?.textContent).not.toContain("{");
});

it("shows the next number anew after blank forms took some", async () => {
  const user = await show("numbering");
  await user.click(screen.getByTestId("blank-forms"));
  await screen.findByTestId("blank-forms-dialog");
  const check = backend.checkForm;
  vi.spyOn(backend, "checkForm").mockImplementation(async (form) => ({ ...(await check(form)), nextNumber: "0199/PKM-SKM/A/XII/2026" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.getByText("0199/PKM-SKM/A/XII/2026", { selector: ".big" })).toBeTruthy());
});

it("moves among the sections with the arrows, and opens with Enter", async () => {
  const user = await show("office");
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByTestId("section-days"));
  await user.keyboard("{End}{Home}{ArrowDown}{Enter}");
  await waitFor(() => expect(screen.getByTestId("section-numbering").getAttribute("aria-current")).toBe("true"));
  expect(document.querySelectorAll("nav [tabindex='0']")).toHaveLength(1);
});

it("warns of a mail address that reaches nobody, and saves all the same", async () => {
  const saved = vi.spyOn(backend, "saveOffice");
  const user = await show("office");
  await user.clear(field("email"));
  await user.type(field("email"), "bukan email");
  expect(screen.queryByText(/tampaknya keliru/)).toBeNull();
  await user.tab();
  expect(screen.getByText("Pos-el ini tampaknya keliru. Contoh: puskesmas@contoh.go.id")).toBeTruthy();
  await user.click(screen.getByTestId("save-office"));
  await waitFor(() => expect(saved.mock.calls.at(-1)?.[0].email).toBe("bukan email"));
});
