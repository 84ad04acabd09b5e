//! Kinds of entry that this program writes. A name, once used, keeps its meaning.

/// First entry of every log.
pub const LOG_OPENED: &str = "log.opened";
/// Settings of the unit were set or changed.
pub const UNIT_CHANGED: &str = "unit.changed";
/// An officer was added or changed.
pub const OFFICER_CHANGED: &str = "officer.changed";
/// An officer was given a new PIN: by an administrator, or by the recovery key.
pub const PIN_RESET: &str = "pin.reset";
/// A service was added, renamed or (de)activated.
pub const SERVICE_CHANGED: &str = "service.changed";
/// A local day off was added.
pub const HOLIDAY_ADDED: &str = "holiday.added";
/// Template, codes or start of the number series were set.
pub const NUMBERING_SET: &str = "numbering.set";
/// The series rests after a restore, clone or loss.
pub const NUMBERING_FROZEN: &str = "numbering.frozen";
/// The last number on paper was given; the series goes on after it.
pub const NUMBERING_RESUMED: &str = "numbering.resumed";
/// Numbers were printed on blank forms for a power cut; the series goes on after them.
pub const NUMBERING_RESERVED: &str = "numbering.reserved";
/// A reserved number is not used, for a reason.
pub const NUMBERING_UNUSED: &str = "numbering.unused";
/// A new recovery key was made: copies made after it open with that one.
pub const RECOVERY_RENEWED: &str = "recovery.renewed";
/// Bodies and signatures were handed out for checking.
pub const BUNDLE_MADE: &str = "bundle.made";
/// A complaint received its number.
pub const COMPLAINT_REGISTERED: &str = "complaint.registered";
/// Fields of a complaint were corrected.
pub const COMPLAINT_CORRECTED: &str = "complaint.corrected";
/// The complaint is void; its number stays used.
pub const COMPLAINT_VOIDED: &str = "complaint.voided";
/// The void was taken back.
pub const COMPLAINT_UNVOIDED: &str = "complaint.unvoided";
/// A note of an officer.
pub const COMPLAINT_NOTED: &str = "complaint.noted";
/// An answer was conveyed to the complainant: stops the 14 days of Ps44(3).
pub const COMPLAINT_ANSWERED: &str = "complaint.answered";
/// The complaint ended with a result.
pub const COMPLAINT_CLOSED: &str = "complaint.closed";
/// The class of the complaint was set (*berkadar pengawasan* or not).
pub const COMPLAINT_CLASSIFIED: &str = "complaint.classified";
/// A manager acted for the first time on what somebody else registered: its identity closes to the counter.
pub const COMPLAINT_TAKEN_OVER: &str = "complaint.taken_over";
/// Both sheets were signed by complainant and officer.
pub const RECEIPT_SIGNED: &str = "receipt.signed";
/// Lembar 1 was handed over: prints after it are copies.
pub const RECEIPT_HANDED_OVER: &str = "receipt.handed_over";
/// A paper was made; its value stands in the parts.
pub const DOCUMENT_MADE: &str = "document.made";
/// What became of the paper: sent to a printer, saved, or failed.
pub const DOCUMENT_PRINTED: &str = "document.printed";
/// An identity that is kept confidential was opened.
pub const IDENTITY_VIEWED: &str = "identity.viewed";
/// A file was attached after registration.
pub const ATTACHMENT_ADDED: &str = "attachment.added";
/// An attachment was saved outside the program.
pub const ATTACHMENT_SAVED: &str = "attachment.saved";
/// A draft that held a description was deleted.
pub const DRAFT_DELETED: &str = "draft.deleted";
/// The complaint was linked to another one; both keep number, clocks and receipts.
pub const COMPLAINT_LINKED: &str = "complaint.linked";
/// The link was taken back.
pub const COMPLAINT_UNLINKED: &str = "complaint.unlinked";
/// A further person tells of the same event, with a receipt, clock and tracking code of their own.
pub const REPORTER_JOINED: &str = "reporter.joined";
/// A further reporter became a complaint of their own.
pub const REPORTER_SEPARATED: &str = "reporter.separated";
/// An old register began to be imported.
pub const IMPORT_MADE: &str = "import.made";
/// An import was taken back: those of its complaints that nobody has worked on leave the register.
pub const IMPORT_UNDONE: &str = "import.undone";
/// A complaint came from an old register; it has no number of the series.
pub const COMPLAINT_IMPORTED: &str = "complaint.imported";
