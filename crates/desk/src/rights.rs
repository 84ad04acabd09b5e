//! Rights at the desk: the table of [`loket_domain::rights`] asked before a use case, and what an officer's lists hold.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::complaints::{Sees, Viewer};
use crate::write::{Fact, Write};
use loket_domain::complaint::Complaint;
use loket_domain::facts::kind;
use loket_domain::rights::{self, Circumstances, Right};
use loket_domain::vocabulary::{IdentityMode, Role};
use uuid::Uuid;

/// What one officer may do with one complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    roles: Vec<Role>,
    of: Circumstances,
}

impl Rights {
    /// May this be done?
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        rights::may_of(&self.roles, right, self.of)
    }

    /// Must this officer say why an identity of this openness is opened?
    #[must_use]
    pub fn asks_reason(&self, mode: IdentityMode) -> bool {
        rights::asks_reason(&self.roles, mode)
    }
}

impl Desk {
    /// May this officer do this at all?
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::NotFound`] for an unknown officer.
    pub async fn require(&self, officer: Uuid, right: Right) -> Result<()> {
        if rights::may(&self.roles(officer).await?, right) { Ok(()) } else { Err(Error::NotAllowed) }
    }

    /// What this officer may do with a complaint.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown officer.
    pub async fn rights(&self, complaint: &Complaint, officer: Uuid) -> Result<Rights> {
        Ok(Rights { roles: self.roles(officer).await?, of: Circumstances::of(complaint, officer) })
    }

    /// May this officer do this to this complaint?
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::NotFound`] for an unknown officer.
    pub async fn require_of(&self, complaint: &Complaint, officer: Uuid, right: Right) -> Result<()> {
        if self.rights(complaint, officer).await?.may(right) { Ok(()) } else { Err(Error::NotAllowed) }
    }

    /// What this officer's lists and searches may find.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown officer.
    pub async fn viewer(&self, officer: Uuid) -> Result<Viewer> {
        let roles = self.roles(officer).await?;
        let sees = |right| rights::reaches(&roles, right).fold(Sees::default(), Sees::and);
        Ok(Viewer {
            officer,
            read: sees(Right::Read),
            restricted: sees(Right::ReadRestricted),
            identity: sees(Right::OpenIdentity),
        })
    }

    /// Roles of an officer who still works here; none of one who has left.
    pub(crate) async fn roles(&self, officer: Uuid) -> Result<Vec<Role>> {
        let facts = self.officer(officer).await?.facts;
        Ok(if facts.active { facts.roles } else { Vec::new() })
    }
}

impl Write<'_> {
    /// The first act of a manager on what somebody else registered takes it over.
    pub(crate) async fn take_over(&mut self, desk: &Desk, complaint: &Complaint) -> Result<()> {
        let officer = self.act.officer;
        let manager = desk.roles(officer).await?.contains(&Role::ComplaintManager);
        if manager && complaint.registered_by != officer && !complaint.taken_over {
            self.append(Fact::new(complaint.id, kind::COMPLAINT_TAKEN_OVER, &())).await?;
        }
        Ok(())
    }
}
