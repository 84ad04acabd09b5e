import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import RecoveryBlocks from "./RecoveryBlocks.svelte";

const focused = () => document.activeElement?.id;

it("leads on from a full box, and the Tab of habit after it leaves no box out", async () => {
  const user = userEvent.setup();
  render(RecoveryBlocks, { id: "key", legend: "Kunci pemulihan", blocks: Array.from({ length: 8 }, () => "") });
  document.getElementById("key-1")?.focus();
  await user.keyboard("123456");
  expect(focused()).toBe("key-2");
  await user.tab();
  expect(focused()).toBe("key-2");
  await user.tab();
  expect(focused()).toBe("key-3");
  await user.tab({ shift: true });
  await user.keyboard("654321");
  await user.tab({ shift: true });
  expect(focused()).toBe("key-2");
});
