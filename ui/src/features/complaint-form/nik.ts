/** "9901••••••••0007": the first and last four figures of a full NIK; a shorter one is hidden whole. */
export function maskNik(nik: string): string {
  const digits = nik.replace(/\D/g, "");
  if (digits === "") return nik.trim() === "" ? "" : "••••";
  if (digits.length !== 16) return "•".repeat(digits.length);
  return `${digits.slice(0, 4)}${"•".repeat(8)}${digits.slice(12)}`;
}
