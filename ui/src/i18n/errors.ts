/** From a code of the program to words: what happened, what is safe, what to do. Wording of ui.md 13. */
import type { CommandError, FieldError } from "../backend/contract";
import { printFailure } from "./printing";

export type ProblemText = { title: string; happened: string; safe: string; todo: string };

const SAVED = "Yang sudah tersimpan tetap aman di komputer ini.";

const ATTACHMENT: Record<Extract<CommandError, { code: "attachment" }>["reason"], { why: string; todo: string }> = {
  empty: { why: "berkas ini kosong", todo: "Periksa berkasnya, lalu lampirkan lagi." },
  too_big: { why: "berkas ini lebih besar dari 25 MB", todo: "Perkecil atau bagi berkasnya, lalu lampirkan lagi." },
  type: { why: "jenis berkas ini tidak dapat dibuka", todo: "Simpan sebagai JPG atau PDF, lalu lampirkan lagi." },
  unreadable: { why: "berkas ini tidak dapat dibaca", todo: "Salin berkasnya ke komputer ini, lalu lampirkan lagi." },
  uncleaned: { why: "data kameranya tidak dapat dihapus", todo: "Simpan berkas aslinya bila memang perlu." },
};

/** States that have words of their own; the others bring theirs. */
const PRECONDITION: Record<string, { happened: string; todo: string }> = {
  log_broken: { happened: "Register ini tidak utuh, jadi buktinya tidak dibuat.", todo: "Periksa rantai lebih dahulu." },
};

/** A failure in three sentences and a title. Exhaustive: a new code does not compile without words. */
export function problemOf(error: CommandError): ProblemText {
  switch (error.code) {
    case "invalid":
      return { title: "Ada isian yang perlu dibetulkan", happened: "Sebagian isian belum dapat diterima.", safe: "Isian Anda tetap di layar.", todo: error.fields.map((field) => fieldText(field)).join(" ") };
    case "not_found":
      return { title: "Tidak ditemukan", happened: "Yang diminta sudah tidak ada di register ini.", safe: SAVED, todo: "Perbarui daftar, lalu pilih lagi." };
    case "not_allowed":
      return { title: "Bukan wewenang peran Anda", happened: "Peran Anda tidak mencakup tindakan ini.", safe: "Tidak ada yang berubah.", todo: "Minta pengelola atau admin kantor melakukannya." };
    case "precondition":
      return { title: "Belum dapat dilakukan", happened: error.detail ?? "Keadaan sekarang belum memungkinkan tindakan ini.", safe: "Tidak ada yang berubah.", todo: "Bereskan hal itu dahulu, lalu ulangi.", ...PRECONDITION[error.what] };
    case "signed_out":
      return { title: "Layar terkunci", happened: "Anda sudah keluar atau layar terkunci.", safe: "Draf Anda tersimpan dan menunggu.", todo: "Masuk lagi dengan PIN Anda." };
    case "number_series_frozen":
      return { title: "Nomor register sedang ditahan", happened: "Register ini dipulihkan atau kehilangan entri, sehingga nomor terakhir belum pasti.", safe: "Semua aduan dan draf utuh. Nomor belum diberikan.", todo: "Isi nomor terakhir yang tertulis di kertas pada pemberitahuan di atas layar." };
    case "disk_full":
      return { title: "Penyimpanan penuh", happened: "Komputer ini kehabisan ruang, jadi yang terakhir belum disimpan.", safe: `${error.complaintsKept} aduan terdahulu utuh. Isian di layar belum ada di disk: jangan tutup jendela ini.`, todo: "Kosongkan ruang di penyimpanan, lalu coba lagi." };
    case "register_held":
      return { title: "Register sedang dipakai", happened: "Jendela Loket Aduan lain di komputer ini sedang membuka register.", safe: "Register utuh, dan tidak diubah dari sini.", todo: "Tutup jendela yang lain, lalu coba lagi." };
    case "register_newer":
      return { title: "Register ini lebih baru daripada program", happened: `Register sudah dipakai oleh program versi ${error.needs} atau sesudahnya.`, safe: "Register utuh, dan tidak diubah oleh program ini.", todo: `Pasang Loket Aduan versi ${error.needs} atau yang lebih baru, lalu buka lagi.` };
    case "register_damaged":
      return { title: "Berkas register tidak dapat dibaca", happened: "Berkas register rusak, misalnya karena listrik padam atau disk bermasalah.", safe: `Berkas itu dipindahkan, tidak dihapus (${error.movedTo}).`, todo: "Pulihkan dari cadangan terakhir." };
    case "key_wrong":
      return { title: "Tidak cocok", happened: "Kata sandi atau kunci pemulihan itu tidak cocok dengan register ini.", safe: "Data masih ada dan tetap terkunci.", todo: "Periksa lagi huruf dan angkanya, lalu ketik ulang." };
    case "attachment":
      return { title: "Berkas belum dilampirkan", happened: `${error.name} belum dilampirkan: ${ATTACHMENT[error.reason].why}.`, safe: "Isian lain tetap.", todo: ATTACHMENT[error.reason].todo };
    case "printer":
      return { title: "Belum tercetak", safe: "Yang hendak dicetak sudah tersimpan.", ...printFailure(error.reason, error.detail) };
    case "internal":
      return { title: "Kesalahan yang belum dikenal", happened: `Terjadi kesalahan yang belum dikenal${error.reference ? ` (rujukan ${error.reference})` : ""}.`, safe: "Yang sudah tersimpan tetap aman.", todo: "Tutup lalu buka lagi program ini. Bila terulang, sampaikan rujukan itu kepada admin kantor." };
  }
}

/** Names of fields inside sentences. A field that is missing here is called "Isian ini". */
const FIELD_NAMES: Record<string, string> = {
  name: "nama lengkap", description: "uraian", eventDate: "tanggal kejadian", channelRef: "nomor rujukan saluran", channelDate: "tanggal saluran",
  receivedAt: "waktu diterima", received: "waktu diterima", nik: "NIK", phone: "nomor HP", email: "alamat pos-el", address: "alamat", reason: "alasan", pin: "PIN",
  counterCode: "kode loket", officeCode: "kode kantor", template: "susunan nomor", lastPaperNumber: "nomor terakhir di buku",
  managerName: "nama pengelola pengaduan", city: "kota atau kecamatan", government: "pemerintah daerah", services: "layanan", officers: "petugas",
  startPassword: "kata sandi pembuka", serviceHours: "jam layanan", date: "tanggal", holidayName: "nama hari libur", lastOnPaper: "nomor terakhir di kertas",
  onBehalfOf: "nama yang diwakili", proxyDate: "tanggal surat kuasa", subject: "hal", villageCode: "desa atau kelurahan", result: "hasil", text: "catatan",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "officers.0.pin" speaks of the PIN. */
const lastPart = (field: string) => field.split(".").at(-1) ?? "";

/** The sentence at a field; the summary says the same. */
export function fieldText(error: FieldError): string {
  const name = FIELD_NAMES[lastPart(error.field)] ?? "isian ini";
  switch (error.code) {
    case "required":
    case "missing":
    case "empty":
      if (error.field === "name") return "Isi nama lengkap, atau pilih Tanpa identitas.";
      if (error.field === "description") return "Tulis uraian: apa yang tidak sesuai.";
      return `Isi ${name}.`;
    case "no_column":
      return `Pilih kolom yang berisi ${error.field === "description" ? "uraian aduan" : name}.`;
    case "impossible":
    case "impossible_date":
      return `${capital(name)} ini tidak ada dalam kalender.`;
    case "future":
    case "future_date":
      return `${capital(name)} tidak boleh sesudah hari ini.`;
    case "incomplete_date":
      return `Lengkapi ${name}: tanggal, bulan, tahun.`;
    case "too_long":
      return `${capital(name)} terlalu panjang${error.detail ? `: paling banyak ${error.detail} huruf` : ""}.`;
    case "too_short":
      return `${capital(name)} terlalu pendek${error.detail ? `: paling sedikit ${error.detail} huruf` : ""}.`;
    case "counter_missing":
      return "Susunan nomor harus memuat kode loket, tepat satu kali, supaya dua loket tidak pernah memberi nomor yang sama.";
    case "sequence_missing":
      return "Susunan nomor harus memuat nomor urut, tepat satu kali.";
    case "period_missing":
      return "Nomor yang kembali ke 1 setiap tahun harus memuat tahun; yang kembali setiap bulan harus memuat bulan dan tahun.";
    case "code_ambiguous":
      return "Kode memuat tanda yang dipakai sebagai pemisah, atau angka yang menyatu dengan nomor urut. Pakai kode atau pemisah lain.";
    case "separator_missing":
      return "Beri tanda pemisah / - . atau _ di antara dua bagian nomor.";
    case "practice_prefix":
      return "Nomor tidak boleh diawali LATIHAN: awalan itu milik kantor latihan.";
    case "template_unreadable":
      return "Susunan nomor ini tidak terbaca. Setiap bagian ditulis dalam kurung kurawal, misalnya {URUT:4}.";
    case "character":
      return `${capital(name)} hanya memuat huruf A–Z, angka, titik, dan tanda hubung.`;
    case "separator":
      return "Titik atau tanda hubung hanya di antara huruf atau angka.";
    case "before_received":
      return `${capital(name)} tidak boleh sebelum aduan diterima.`;
    case "unknown":
      return `${capital(name)} ini tidak ada dalam daftar. Pilih lagi.`;
    case "pin_simple":
      return "Pilih PIN yang tidak mudah ditebak: bukan angka berurutan, bukan enam angka yang sama.";
    case "pin_short":
      return "PIN terdiri dari enam angka. Kata sandi paling sedikit 8 karakter.";
    case "no_administrator":
      return "Sedikitnya satu petugas harus berperan Admin.";
    case "password_weak":
      return "Kata sandi pembuka paling sedikit 10 karakter.";
    case "duplicate":
      return `${capital(name)} ini sudah ada.`;
    default:
      return error.detail ?? `Periksa ${name}.`;
  }
}
