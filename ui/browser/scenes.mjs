/**
 * The faces of the window, each with the keys and clicks that lead to it from an address of the invented office.
 * `check.mjs` looks at every one of them in a browser.
 */

const testid = (name) => `[data-testid="${name}"]`;
const officeFields = {
  name: "Puskesmas Sukamisal", government: "Pemerintah Kabupaten Contoh", parentAgency: "Dinas Kesehatan", address: "Jl. Umpama No. 1",
  city: "Sukamisal", managerName: "Bambang Semisal", phone: "0899-0000-0100",
};

async function fill(page, fields) {
  for (const [id, text] of Object.entries(fields)) await page.fill(`[id="${id}"]`, text);
}

async function next(page) {
  await page.click(testid("wizard-next"));
  await page.waitForTimeout(150);
}

/** Goes on in the wizard to the named step. */
function wizard(step) {
  return async (page) => {
    await fill(page, officeFields);
    await next(page);
    if (step === "services") return;
    await next(page);
    await fill(page, { officeCode: "PKM-SKM", counterCode: "A", lastPaperNumber: "147" });
    await page.waitForTimeout(300);
    if (step === "numbering") return;
    await next(page);
    await fill(page, { "officers.0.name": "Rina Teladan", "officers.0.pin": "902741", "officers.0.pinAgain": "902741" });
    if (step === "officers") return;
    await next(page);
    if (step === "copies") return;
    await next(page);
    if (step === "password") return;
    await next(page);
    const blocks = await page.$$eval(`${testid("recovery-blocks")} .num`, (all) => all.map((one) => one.textContent));
    if (step === "key") return;
    await page.check("#byHand");
    await fill(page, { "confirm-3": blocks[2], "confirm-7": blocks[6] });
    await next(page);
  };
}

const section = (name) => async (page) => {
  await page.keyboard.press("Control+4");
  await page.click(testid(`section-${name}`));
  await page.waitForTimeout(150);
};

const keys = (...all) => async (page) => {
  for (const key of all) await (key.startsWith("type:") ? page.keyboard.type(key.slice(5)) : page.keyboard.press(key));
  await page.waitForTimeout(250);
};

const click = (...ids) => async (page) => {
  for (const id of ids) {
    await page.click(testid(id));
    await page.waitForTimeout(150);
  }
};

const larger = Array.from({ length: 6 }, () => "Control+Equal");

export const scenes = {
  "sign-in": ["?state=sign_in"],
  "sign-in, wrong PIN": ["?state=sign_in", keys("1", "type:902742")],
  "sign-in, practice": ["?state=sign_in&practice"],
  "sign-in at 200 %": ["?state=sign_in", keys(...larger)],
  "start password": ["?state=start_password"],
  "key missing": ["?state=key_missing", async (page) => fill(page, { "recovery-1": "102938" })],
  damaged: ["?state=damaged"],
  newer: ["?state=newer"],
  held: ["?state=held"],
  restore: ["?state=damaged", click("restore-open", "restore-start")],
  "first start": ["?state=first_start"],
  "first start, refused": ["?state=first_start", click("wizard-next")],
  "first start at 200 %": ["?state=first_start", keys(...larger)],
  "first start, services": ["?state=first_start", wizard("services")],
  "first start, numbering": ["?state=first_start", wizard("numbering")],
  "first start, officers": ["?state=first_start", wizard("officers")],
  "first start, copies": ["?state=first_start", wizard("copies")],
  "first start, password": ["?state=first_start&no_key_store", wizard("password")],
  "first start, key": ["?state=first_start", wizard("key")],
  "first start, done": ["?state=first_start", wizard("done")],
  "new complaint": ["?state=open"],
  "new complaint, refused": ["?state=open", keys("Control+Enter")],
  "new complaint, warned": ["?state=open", async (page) => {
    await fill(page, { name: "Melati Contohwati", phone: "0899", nik: "9901", "eventDate-day": "01", "eventDate-month": "10", "eventDate-year": "2026" });
    await page.focus("#description");
    await page.waitForTimeout(500);
  }],
  "new complaint, without identity": ["?state=open", async (page) => {
    await fill(page, { name: "Melati Contohwati" });
    await page.check("#identity-none", { force: true });
    await page.waitForTimeout(500);
  }],
  "draft deleted": ["?state=open", click("delete-draft")],
  "new complaint at 200 %": ["?state=open", keys(...larger)],
  "keys shown": ["?state=open", async (page) => { await page.keyboard.down("Control"); await page.waitForTimeout(700); }],
  notices: ["?state=sign_in&notice=frozen&notice=witness&notice=restored&notice=clock&notice=recovery_unconfirmed", keys("2", "type:902741")],
  "notice at 200 %": ["?state=open&notice=frozen", keys(...larger)],
  "last number on paper": ["?state=open&notice=frozen", click("resume-numbers", "save")],
  practice: ["?state=open&practice"],
  shortcuts: ["?state=open", keys("F1")],
  register: ["?state=open", keys("Control+2")],
  "register at 200 %": ["?state=open", keys(...larger, "Control+2")],
  "access log": ["?state=open", keys("Control+3")],
  "access log, a line chosen": ["?state=open", keys("Control+3", "ArrowDown", "ArrowDown")],
  "access log, checked": ["?state=open", async (page) => { await keys("Control+3")(page); await click("check-log")(page); }],
  "access log, broken": ["?state=open&broken", async (page) => { await keys("Control+3")(page); await click("check-log", "save-bundle")(page); }],
  "access log, nothing": ["?state=open", keys("Control+3", "type:9999", "Enter")],
  "access log, a range": ["?state=open", async (page) => { await keys("Control+3")(page); await page.selectOption("#log-period", "range"); await page.selectOption("#log-group", "access"); await page.waitForTimeout(200); }],
  "access log, help": ["?state=open", keys("Control+3", "F1")],
  "access log, printed": ["?state=open", keys("Control+3", "Control+P")],
  "access log at 200 %": ["?state=open", keys(...larger, "Control+3")],
  "new officer, refused": ["?state=open", async (page) => { await section("officers")(page); await click("officer-add", "save")(page); }],
  "settings, old register looked at": ["?state=open", async (page) => { await section("old")(page); await click("import-choose")(page); await page.waitForSelector("tbody td[colspan]"); }],
  "settings, old register imported": ["?state=open", async (page) => { await section("old")(page); await click("import-choose")(page); await page.getByTestId("import-zone").selectOption("UTC"); await click("import-look")(page); await click("import-run")(page); await page.waitForSelector("[data-testid=import-result]"); }],
  "settings, old register taken back": ["?state=open", async (page) => { await section("old")(page); await click("import-choose")(page); await page.getByTestId("import-zone").selectOption("UTC"); await click("import-look")(page); await click("import-run")(page); await page.waitForSelector("[data-testid=import-result]"); await click("import-undo")(page); }],
  "restore from settings": ["?state=open", async (page) => { await section("copies")(page); await click("restore-open")(page); }],
  ...Object.fromEntries(["office", "numbering", "days", "rules", "officers", "lists", "copies", "old", "look", "practice"].map((name) => [`settings, ${name}`, ["?state=open", section(name)]])),
};
