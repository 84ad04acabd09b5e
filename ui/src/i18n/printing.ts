/** Words of the print panel: printers, papers, and what became of a print. */
import type { Media, Printer, PrintReason } from "../backend/contract";

export const mediaText: Record<Media, string> = { a4: "A4", a5: "A5", f4: "F4", roll_80: "gulungan 80 mm", roll_58: "gulungan 58 mm" };

/** In one word behind a printer's name. */
const reasonText: Record<PrintReason, string> = {
  no_system: "sistem cetak tidak berjalan", vanished: "tidak ada lagi", rejecting: "menolak cetakan", media: "kertas tidak dikenal", paused: "dijeda",
  paper_empty: "kertas habis", jam: "kertas macet", cover_open: "tutup terbuka", ink_empty: "tinta habis", offline: "tidak terhubung",
  held: "ditahan", canceled: "dibatalkan", aborted: "berhenti", unknown: "tidak dikenal",
};

export const printerText = ({ description, name, location }: Printer): string => (description || name) + (location ? ` (${location})` : "");

export function stateText({ state, reason }: Pick<Printer, "state" | "reason">): string {
  if (state === "hindered") return reasonText[reason ?? "unknown"];
  return { ready: "siap", printing: "sedang mencetak", unknown: "keadaannya tidak dikenal" }[state];
}

const PRINTER_OR_PDF = "Pilih printer lain, atau simpan PDF.";
const LOOK = "Periksa printer, lalu cetak lagi. Atau simpan PDF dan kirim ke pelapor.";

/** Why nothing came out, and what to do. `printer` is empty when nobody chose one. */
export function printFailure(reason: PrintReason, printer: string): { happened: string; todo: string } {
  const it = printer === "" ? "Printer" : /^printer/i.test(printer) ? printer : `Printer ${printer}`;
  const at = printer === "" ? "printer" : it;
  switch (reason) {
    case "no_system":
      return { happened: "Sistem cetak komputer ini tidak berjalan, jadi tidak ada printer yang dapat dicapai.", todo: "Simpan PDF dahulu. Nyalakan ulang komputer atau minta petugas TI menyalakan sistem cetak, lalu cetak lagi." };
    case "vanished":
      return { happened: printer === "" ? "Belum ada printer yang dapat dipakai." : `${it} tidak ada lagi di komputer ini. Mungkin dicabut atau dihapus.`, todo: PRINTER_OR_PDF };
    case "rejecting":
      return { happened: `${it} sedang menolak cetakan.`, todo: PRINTER_OR_PDF };
    case "media":
      return { happened: `${it} tidak mengenal ukuran kertas ini.`, todo: "Pilih kertas atau printer lain, atau simpan PDF." };
    case "paused":
      return { happened: `${it} dijeda.`, todo: "Lanjutkan printer dari pengaturan komputer, lalu cetak lagi. Atau pilih printer lain." };
    case "paper_empty":
      return { happened: `Kertas di ${at} habis.`, todo: "Isi kertas, lalu cetak lagi." };
    case "jam":
      return { happened: `Kertas macet di ${at}.`, todo: "Keluarkan kertas yang macet, lalu cetak lagi." };
    case "cover_open":
      return { happened: `Tutup ${at} terbuka.`, todo: "Tutup printer, lalu cetak lagi." };
    case "ink_empty":
      return { happened: `Tinta atau toner ${at} habis.`, todo: "Ganti tinta atau toner, lalu cetak lagi. Atau pilih printer lain." };
    case "canceled":
      return { happened: "Cetakan dibatalkan. Lembar yang sudah keluar tetap berlaku.", todo: "Pilih printer, lalu cetak lagi. Atau simpan PDF." };
    case "held":
      return { happened: "Cetakan ditahan di antrean printer.", todo: "Lepaskan dari antrean, atau pilih printer lain." };
    case "aborted":
      return { happened: `${it} menghentikan cetakan ini.`, todo: LOOK };
    case "offline":
    case "unknown":
      return { happened: `${it} tidak menjawab. Mungkin mati atau kertasnya habis.`, todo: LOOK };
  }
}

export const printing = {
  panel: "Cara mencetak",
  printer: "Printer",
  paper: "Kertas",
  copies: "Rangkap",
  twoSided: "Bolak-balik",
  none: "Tidak ada printer",
  noneHint: "Pasang printer, atau simpan PDF.",
  noSystem: "Sistem cetak tidak berjalan. Simpan PDF dahulu.",
  looking: "Mencari printer …",
  unsuited: "Printer ini tidak mengenal kertas itu. Pilih kertas atau printer lain.",
  hindered: (why: string) => `Printer ini ${why}. Cetakan akan menunggu.`,
  rejecting: "Printer ini menolak cetakan. Pilih printer lain, atau simpan PDF.",
  sentTo: (printer: string) => `Dikirim ke ${printer}`,
  atWork: (printer: string) => `Sedang dicetak di ${printer}`,
  waiting: (why: string) => `Belum tercetak, cetakan menunggu: ${why}.`,
  waitingDo: "Bereskan printernya, cetakan lalu keluar sendiri. Atau batalkan dan pilih printer lain.",
  savePdf: "Simpan PDF",
  savedAs: (name: string) => `Disimpan sebagai ${name}`,
  cancel: "Batalkan cetakan",
  cancelling: "Membatalkan …",
  printed: "Tercetak",
  unknown: (printer: string) => `Dikirim ke ${printer}. Hasilnya belum diketahui: lihat kertasnya.`,
  why: (reason: PrintReason) => reasonText[reason],
} as const;
