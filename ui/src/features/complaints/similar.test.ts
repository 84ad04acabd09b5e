/** Hints beside the form: they come by themselves, take nothing away, and are said once. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { app, enter } from "../../app.svelte";
import { backend } from "../../backend";
import type { ComplaintForm, Session, SimilarHit } from "../../backend/contract";
import { emptyForm } from "../../backend/fake/blank";
import { addComplaint, complaints } from "../../backend/fake/register";
import { listenForKeys } from "../../commands.svelte";
import { testids } from "../../testids";
import { desk, enterDesk, registerDraft } from "./drafts.svelte";
import { hints } from "./similar.svelte";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const field = (id: string) => document.getElementById(id) as HTMLInputElement;
const PHONE = "089900000555";
let endKeys: () => void;
let user: UserEvent;
let before: string;

async function showForm() {
  const signedIn = await backend.signIn("officer-2", "902741");
  const session = signedIn.ok as Session;
  enter({ kind: "open", session });
  const { default: Harness } = await import("./ScreenHarness.test.svelte");
  render(Harness, { session });
  await waitFor(() => expect(document.activeElement).toBe(field("name")));
}

beforeEach(async () => {
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  for (const draft of await backend.drafts()) await backend.deleteDraft(draft.id, "uji");
  enterDesk("nobody");
  const form: ComplaintForm = { ...emptyForm(), name: "Hartono Umpama", phone: PHONE, subject: "KTP-el belum dicetak", description: "KTP-el belum dicetak." };
  before = addComplaint(`0139/PKM-SKM/A/XII/2026-${complaints.length}`, form);
  endKeys = listenForKeys();
  user = userEvent.setup({ delay: null });
  await showForm();
});

afterEach(() => {
  endKeys();
  for (const c of complaints) if (c.form.phone.replace(/\D/g, "") === PHONE) c.form.phone = "";
  vi.restoreAllMocks();
});

describe("Mungkin sudah pernah", () => {
  it("appears after a change, moves no focus, is said once, and is linked by Ctrl+G with the number", async () => {
    await user.type(field("phone"), PHONE);
    const hit = await screen.findByTestId(testids.similarHit);
    expect(hit.textContent).toContain("HP sama");
    expect(document.activeElement).toBe(field("phone"));
    await waitFor(() => expect(app.announcement).toContain("1 aduan mirip"));
    app.announcement = "";
    await user.type(field("address"), "jl contoh 7");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(app.announcement).toBe("");
    await user.keyboard("{Control>}g{/Control}");
    await screen.findByTestId(testids.unlinkSimilar);
    await user.type(field("name"), "sulastri contohwati");
    await user.type(field("description"), "Sudah tiga kali datang.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId(testids.registered);
    const { together } = await backend.detail(desk.registered?.id ?? "");
    expect(together.links.map((other) => other.id)).toEqual([before]);
  });

  it("asks before it merges, and then shows the number with a code of this person", async () => {
    await user.type(field("name"), "sulastri contohwati");
    await user.type(field("phone"), PHONE);
    await user.type(field("description"), "Sudah tiga kali datang.");
    await user.click(await screen.findByTestId(testids.mergeSimilar));
    const dialog = await screen.findByTestId(testids.mergeDialog);
    expect(dialog.textContent).toContain("menjadi pelapor tambahan dengan tanda terima, tenggat, dan kode lacak sendiri");
    await user.click(within(dialog).getByTestId(testids.commit));
    const done = await screen.findByTestId(testids.registered);
    expect(done.textContent).toContain("Pelapor ke-2 dari 2");
    expect(screen.getByTestId(testids.registerNumber).textContent).toContain("0139/PKM-SKM/A");
    expect(desk.open).toHaveLength(0);
    expect((await backend.detail(before)).together.reporters[0]?.person).toMatch(/sulastri contohwati/i);
  });

  it("says at the fields what a merging lacks and keeps the draft", async () => {
    await user.type(field("phone"), PHONE);
    await user.click(await screen.findByTestId(testids.mergeSimilar));
    await user.click(within(await screen.findByTestId(testids.mergeDialog)).getByTestId(testids.commit));
    expect(await screen.findByTestId(testids.errorSummary)).toBeTruthy();
    expect(desk.open[0]?.form.phone).toMatch(/0555$/);
  });

  it("hides what is not the same, for good", async () => {
    await user.type(field("phone"), PHONE);
    await user.click(await screen.findByTestId(testids.otherSimilar));
    await waitFor(() => expect(screen.queryByTestId(testids.similarHit)).toBeNull());
    expect(screen.getByTestId(testids.similar).textContent).toContain("Belum ada aduan yang mirip.");
  });

  it("keeps nobody waiting: the form registers while the answer is still out, and a late answer is dropped", async () => {
    let answer: (hits: SimilarHit[]) => void = () => undefined;
    vi.spyOn(backend, "similar").mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    await user.type(field("name"), "sulastri contohwati");
    await user.type(field("description"), "Sudah tiga kali datang.");
    await new Promise((resolve) => setTimeout(resolve, 400));
    const draft = desk.open[0];
    if (!draft) throw new Error("a draft is open");
    expect(await registerDraft(draft)).not.toBeNull();
    answer([]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(hints.of[draft.id]).toBeUndefined();
  });
});
