import type { TakingFile } from "../backend/contract";

/** Sentences at the fields of a complaint: what is not right and what helps. */
export const formErrors = {
  name: "Isi nama lengkap, atau pilih Tanpa identitas",
  description: "Tulis uraian: apa yang tidak sesuai",
  impossibleDate: (date: string) => `${date} tidak ada`,
  incompleteDate: "Lengkapi tanggal, bulan, dan tahun, atau kosongkan ketiganya",
  futureDate: "Tanggal ini belum tiba",
  futureReceived: "Waktu diterima belum tiba",
  receivedAt: "Lengkapi tanggal dan pukul diterima, atau pilih Sekarang",
  required: {
    onBehalfOf: "Isi nama pihak yang diwakili",
    channelRef: "Isi keterangan saluran ini",
    channelDate: "Isi tanggalnya",
    serviceId: "Pilih layanan, atau tulis namanya",
    reason: "Isi alasannya",
  } as Record<string, string>,
  requiredOther: "Isi bagian ini",
  tooOld: "Tanggal ini terlalu lampau, periksa tahunnya",
  tooLong: (most: string | null) => `Terlalu panjang, ringkaslah${most ? ` sampai ${most} huruf` : ""}`,
  unknown: "Pilih lagi dari daftar, atau tulis namanya",
  other: "Periksa isian ini",
};

/** Why a file was not attached: what happened, what is safe, what to do. */
export const attachmentWords: Record<NonNullable<TakingFile["reason"]>, (name: string) => string> = {
  type: (name: string) => `${name} belum dilampirkan: jenis berkas ini tidak dapat dibuka. Isian lain tetap. Simpan sebagai JPG atau PDF, lalu lampirkan lagi.`,
  too_big: (name: string) => `${name} belum dilampirkan: lebih dari 25 MB. Isian lain tetap. Kecilkan atau bagi berkasnya, lalu lampirkan lagi.`,
  empty: (name: string) => `${name} belum dilampirkan: berkas ini kosong. Isian lain tetap. Pilih berkas lain.`,
  unreadable: (name: string) => `${name} belum dilampirkan: berkas ini tidak dapat dibaca. Isian lain tetap. Salin dulu ke komputer ini, lalu lampirkan lagi.`,
  disk_full: (name: string) => `${name} belum dilampirkan: penyimpanan penuh. Isian lain tetap di layar. Kosongkan ruang di drive C, lalu lampirkan lagi.`,
  other: (name: string) => `${name} belum dilampirkan karena kesalahan yang belum dikenal. Isian lain tetap. Coba lampirkan lagi.`,
};
