//! One act as a store keeps it.

use crate::{FormatError, Hash, Header, Salt, commitment, export::Body, leaf_hash};

/// One act: the header's exact bytes, and beside them, unless a court's order removed them, salt and content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The header's bytes, as they were hashed.
    pub header: Vec<u8>,
    /// The salt of the commitment; removed with the content.
    pub salt: Option<Salt>,
    /// The content's bytes, or none where it was expunged.
    pub content: Option<Vec<u8>>,
}

impl Written {
    /// The header, read strictly.
    ///
    /// # Errors
    /// As [`Header::parse`].
    pub fn header(&self) -> Result<Header, FormatError> {
        Header::parse(&self.header)
    }

    /// The hash the next act names and the tree holds.
    #[must_use]
    pub fn leaf(&self) -> Hash {
        leaf_hash(&self.header)
    }

    /// Whether the content meets what `header` promised; true where salt and content were removed together.
    #[must_use]
    pub fn meets(&self, header: &Header) -> bool {
        match (&self.salt, &self.content) {
            (Some(salt), Some(content)) => commitment(salt, content) == header.content,
            (None, None) => true,
            _ => false,
        }
    }

    /// What an export shows of the content to a reader who may have all of it.
    ///
    /// # Errors
    /// [`FormatError::Utf8`] for content that is no text, [`FormatError::HalfContent`] for half a removal.
    pub fn body(&self) -> Result<Body, FormatError> {
        match (&self.salt, &self.content) {
            (Some(salt), Some(content)) => {
                let content = String::from_utf8(content.clone()).map_err(|_| FormatError::Utf8)?;
                Ok(Body::Given { salt: *salt, content })
            }
            (None, None) => Ok(Body::Expunged),
            _ => Err(FormatError::HalfContent),
        }
    }

    /// Removes salt and content together; the header stands, so the chain still verifies.
    pub fn expunge(&mut self) {
        self.salt = None;
        self.content = None;
    }
}
