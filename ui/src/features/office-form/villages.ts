/** Villages by any part of their name, as a combobox offers them. */
import { backend } from "../../backend";

export const searchVillages = async (text: string): Promise<{ value: string; label: string }[]> =>
  (await backend.searchRegions(text)).map(({ code, label }) => ({ value: code, label }));
