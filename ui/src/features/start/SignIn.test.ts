import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { app } from "../../app.svelte";
import type { AppState, OfficerBrief } from "../../backend/contract";
import { office } from "../../backend/fake/office";
import SignIn from "./SignIn.svelte";

const officers: OfficerBrief[] = office.officers.map(({ id, name, post, roles, color }) => ({ id, name, post, roles, color }));
const start = (list = officers): Extract<AppState, { kind: "sign_in" }> => ({
  kind: "sign_in", officeName: "Puskesmas Sukamisal", counterCode: "A", practice: false, officers: list, notices: [],
});

beforeEach(() => {
  app.state = null;
  app.left = null;
  office.wrongPins = 0;
  office.practice = false;
});

it("opens with a digit for the officer and six for the PIN", async () => {
  const user = userEvent.setup();
  render(SignIn, { state: start() });
  expect(document.activeElement?.getAttribute("role")).toBe("listbox");
  await user.keyboard("2");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Bambang Semisal");
  await user.keyboard("902741");
  await waitFor(() => expect(app.state?.kind).toBe("open"));
});

it("empties the boxes after a wrong PIN and says what is left", async () => {
  const user = userEvent.setup();
  render(SignIn, { state: start() });
  await user.keyboard("1");
  await user.keyboard("902742");
  await waitFor(() => expect(screen.getByTestId("sign-in-problem").textContent).toContain("Sisa 3 kali"));
  expect(screen.getByTestId<HTMLInputElement>("pin").value).toBe("");
  expect(app.state).toBeNull();
});

it("waits after four wrong ones, one officer and not the others", async () => {
  const user = userEvent.setup();
  render(SignIn, { state: start() });
  await user.keyboard("1");
  for (let i = 0; i < 4; i++) {
    await user.type(screen.getByTestId("pin"), "902742");
    await waitFor(() => expect(office.wrongPins).toBe(i + 1));
  }
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("pin").readOnly).toBe(true));
  expect(screen.getByTestId("sign-in-problem").textContent).toContain("60 detik");
  await user.click(screen.getByTestId("sign-in-officer-2"));
  expect(screen.getByTestId<HTMLInputElement>("pin").readOnly).toBe(false);
});

it("goes back to the list with Esc and forgets the figures", async () => {
  const user = userEvent.setup();
  render(SignIn, { state: start() });
  await user.keyboard("1");
  await user.keyboard("902{Escape}");
  expect(document.activeElement?.getAttribute("role")).toBe("listbox");
  expect(screen.getByTestId<HTMLInputElement>("pin").value).toBe("");
});

it("asks the only officer for the PIN at once", async () => {
  render(SignIn, { state: start(officers.slice(0, 1)) });
  await waitFor(() => expect(document.activeElement?.id).toBe("pin"));
  const user = userEvent.setup();
  await user.keyboard("12{Escape}");
  expect(document.activeElement?.id).toBe("pin");
  expect(screen.getByTestId<HTMLInputElement>("pin").value).toBe("");
  await user.keyboard("902741");
  await waitFor(() => expect(app.state?.kind).toBe("open"));
});

it("names who left, with the number of drafts and no complaint", () => {
  app.left = { officerId: "officer-2", name: "Bambang Semisal", drafts: 2, practice: false };
  render(SignIn, { state: start() });
  expect(screen.getByText(/2 draf menunggu/)).toBeTruthy();
  expect(screen.getByRole("option", { selected: true }).textContent).toContain("Bambang Semisal");
});

it("shows nobody as chosen of several, and nothing of the other office", async () => {
  app.left = { officerId: "officer-2", name: "Bambang Semisal", drafts: 2, practice: true };
  render(SignIn, { state: start() });
  expect(screen.queryByRole("option", { selected: true })).toBeNull();
  expect(screen.getByTestId<HTMLInputElement>("pin").disabled).toBe(true);
  expect(screen.queryByText(/2 draf menunggu/)).toBeNull();
});
