/** Words of the register book and of tables for a spreadsheet. */
export const book = {
  title: "Cetak buku register",
  paper: "Yang dicetak",
  list: "Daftar tenggat",
  book: "Buku register",
  period: "Periode",
  periods: { month: "Bulan ini", lastMonth: "Bulan lalu", year: "Tahun ini", filtered: "Rentang saringan" },
  version: "Untuk siapa",
  office: "Kantor",
  public: "Versi publik",
  separator: "Pemisah CSV",
  semicolon: "Titik koma",
  comma: "Koma",
  saveTable: "Simpan CSV",
  printed: "Buku register dicetak",
};
