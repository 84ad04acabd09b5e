/** Ready sentences for the description: "/" and a few letters, Enter. Kept in order of use at counters. */
export type Snippet = { key: string; text: string };

export const SNIPPETS: readonly Snippet[] = [
  { key: "bl", text: "Blangko habis. Pelapor diminta datang kembali tanpa kepastian tanggal." },
  { key: "an", text: "Pelapor menunggu sejak pukul … dengan nomor antrean …, tetapi tidak dipanggil." },
  { key: "nh", text: "Nomor antrean habis sebelum jam layanan selesai, pelapor diminta datang lagi besok." },
  { key: "bb", text: "Pelapor diminta bolak-balik melengkapi berkas yang tidak tertulis dalam persyaratan." },
  { key: "bi", text: "Pelapor dimintai biaya sebesar Rp… di luar tarif resmi." },
  { key: "jt", text: "Janji selesai tanggal … tidak ditepati dan tidak ada pemberitahuan." },
  { key: "sk", text: "Petugas berbicara tidak sopan kepada pelapor." },
  { key: "tt", text: "Petugas tidak berada di tempat pada jam layanan." },
  { key: "gg", text: "Layanan terhenti karena gangguan jaringan atau aplikasi." },
  { key: "sl", text: "Data pada dokumen yang diterima keliru dan perbaikan ditolak." },
  { key: "ob", text: "Obat tidak tersedia, pelapor diminta membeli sendiri di luar." },
  { key: "tk", text: "Tempat layanan tidak ramah bagi lansia atau penyandang disabilitas." },
];

/** The word after "/" that the caret stands behind, with its place; null when there is none. */
export function snippetQuery(text: string, caret: number): { start: number; query: string } | null {
  const m = /(^|\s)\/([a-z]{0,12})$/i.exec(text.slice(0, caret));
  if (!m) return null;
  const query = m[2] ?? "";
  return { start: caret - query.length - 1, query: query.toLowerCase() };
}

/** Sentences for the letters typed: by short key first, then by any word. */
export function matchSnippets(query: string): Snippet[] {
  if (query === "") return [...SNIPPETS];
  const byKey = SNIPPETS.filter((s) => s.key.startsWith(query));
  const byWord = SNIPPETS.filter(
    (s) => !byKey.includes(s) && s.text.toLowerCase().split(/[^a-z]+/).some((word) => word.startsWith(query)),
  );
  return [...byKey, ...byWord];
}
