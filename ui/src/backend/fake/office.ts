/** An invented office for the browser and for component tests. Nothing here is real; NIK begin with 99. */
import type {
  CommandError, CopyStatus, OfficeKind, OfficerItem, OfficeSettings, Preferences, ServiceItem, Snapshot, StartNotice,
} from "../contract";

export type FakeOfficer = OfficerItem & { pin: string; color: number };

/** The invented day: Monday, 28 December 2026, 09.14 WIB. Each saving moves the clock by some seconds. */
export const clock = { now: new Date("2026-12-28T09:14:22+07:00") };

export function tick(seconds = 7): string {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
  return clock.now.toISOString();
}

export function fail(error: CommandError): never {
  throw error;
}

export const presets: Record<OfficeKind, string[]> = {
  health_centre: ["Pendaftaran", "Poli umum", "Poli gigi", "KIA dan imunisasi", "Farmasi", "Laboratorium", "Gawat darurat"],
  kelurahan: ["Surat keterangan", "Surat pengantar", "Legalisasi", "Bantuan sosial", "Ketertiban lingkungan"],
  civil_registry: ["KTP elektronik: perekaman", "KTP elektronik: pencetakan", "Kartu keluarga", "Akta kelahiran", "Akta kematian", "Surat pindah", "Identitas digital", "Antrean dan sarana"],
  licensing: ["Perizinan berusaha", "Persetujuan bangunan gedung", "Izin praktik", "Konsultasi perizinan"],
  secretariat_division: ["Pengadaan", "Bantuan hukum", "Layanan organisasi"],
  other: [],
};

export function emptyOffice(): OfficeSettings {
  return {
    kind: "health_centre", name: "Puskesmas Sukamisal", parentAgency: "Dinas Kesehatan Kabupaten Contoh",
    government: "Pemerintah Kabupaten Contoh", address: "Jl. Umpama No. 1, Sukamisal", phone: "0899-0000-0100",
    email: "pengaduan@contoh.example", logoPng: null, city: "Sukamisal", villageCode: "99.01.01.2001", zone: "WIB", workWeek: 6,
    managerName: "Bambang Semisal", managerPhone: "0899-0000-0101", pdpOfficer: "", pdpContact: "",
    serviceHours: "Senin–Sabtu, 08.00–14.00",
    numbering: { template: "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}", reset: "yearly", officeCode: "PKM-SKM", counterCode: "A", lastPaperNumber: 0 },
  };
}

const officer = (id: string, name: string, post: string, roles: OfficerItem["roles"], color: number): FakeOfficer => ({
  id, name, post, nip: "", roles, active: true, pin: "902741", color,
});

export const office = {
  settings: emptyOffice(),
  officers: [
    officer("officer-1", "Rina Teladan", "Petugas loket", ["counter_officer"], 1),
    officer("officer-2", "Bambang Semisal", "Pengelola pengaduan", ["complaint_manager", "counter_officer", "administrator"], 2),
    officer("officer-3", "Mega Perumpamaan", "Kepala Puskesmas", ["head"], 3),
  ] as FakeOfficer[],
  services: presets.health_centre.map((name, i): ServiceItem => ({ id: `service-${i + 1}`, name, active: true })),
  holidays: [
    { date: "2026-12-24", name: "Cuti bersama Natal" },
    { date: "2026-12-25", name: "Hari Raya Natal" },
    { date: "2027-01-01", name: "Tahun Baru 2027" },
    { date: "2027-01-05", name: "Isra Mikraj (perkiraan)" },
  ],
  preferences: { textPercent: 100, theme: "system", density: "rapat" } as Preferences,
  notices: [] as StartNotice[],
  practice: false,
  frozen: false,
  clockDoubt: false,
  wrongPins: 0,
  signedIn: null as FakeOfficer | null,
  savedAt: null as string | null,
  nextSequence: 148,
  secondPlace: "USB CADANGAN (E:)" as string | null,
  snapshots: [
    { path: "snapshot-2", takenAt: "2026-12-23T16:00:00+07:00", takenAtText: "Rabu, 23 Desember 2026, 16.00", complaints: 147, place: "second" },
    { path: "snapshot-1", takenAt: "2026-12-22T16:00:00+07:00", takenAtText: "Selasa, 22 Desember 2026, 16.00", complaints: 143, place: "local" },
  ] as Snapshot[],
};

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** A number from the template of the office, as the program gives it. */
export function numberFrom(n: OfficeSettings["numbering"], sequence: number, at: Date): string {
  const month = at.getMonth() + 1;
  const text = n.template
    .replace(/\{URUT(?::(\d))?\}/, (_, width) => String(sequence).padStart(Number(width ?? 1), "0"))
    .replaceAll("{KODE}", n.officeCode)
    .replaceAll("{LOKET}", n.counterCode)
    .replaceAll("{BULAN_ROMAWI}", ROMAN[month - 1] ?? "")
    .replaceAll("{BULAN}", String(month).padStart(2, "0"))
    .replaceAll("{TAHUN}", String(at.getFullYear()));
  return office.practice ? `LATIHAN-${text}` : text;
}

export function copyStatus(): CopyStatus {
  const of = (place: Snapshot["place"]) => office.snapshots.find((s) => s.place === place) ?? null;
  return {
    last: office.snapshots[0] ?? null,
    lastSecond: of("second"),
    secondPlace: office.secondPlace,
    secondPlaceReachable: office.secondPlace !== null,
    text: office.snapshots[0] ? `Cadangan terakhir ${office.snapshots[0].takenAtText}` : "Belum ada cadangan",
  };
}
