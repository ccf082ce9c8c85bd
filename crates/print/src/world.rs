//! The whole world a template can see: itself, the common template, the fonts, its data. No file, no
//! package, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::error::PrintError;
use crate::fonts::Case;

const COMMON: &str = include_str!("../templates/common.typ");

/// One printing.
pub(crate) struct Room<'a> {
    case: &'a Case,
    library: LazyHash<Library>,
    main: Source,
    common: Source,
}

impl<'a> Room<'a> {
    /// `inputs` are what the template reads as `sys.inputs`.
    pub(crate) fn new(
        case: &'a Case,
        template: &str,
        inputs: [(&str, String); 3],
    ) -> Result<Self, PrintError> {
        let inputs: Dict =
            inputs.into_iter().map(|(key, value)| (Str::from(key), Value::Str(value.into()))).collect();
        Ok(Self {
            case,
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main: source("main.typ", template)?,
            common: source("common.typ", COMMON)?,
        })
    }
}

fn source(name: &str, text: &str) -> Result<Source, PrintError> {
    let path = VirtualPath::new(name).map_err(|e| PrintError::Typeset(e.to_string()))?;
    Ok(Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), text.to_owned()))
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.case.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.common]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.case.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst_layout::PagedDocument;

    fn try_template(template: &str) -> Result<PagedDocument, String> {
        let case = Case::load().map_err(|e| e.to_string())?;
        let room = Room::new(
            &case,
            template,
            [("data", String::new()), ("raw", String::new()), ("qr", String::new())],
        )
        .map_err(|e| e.to_string())?;
        typst::compile(&room).output.map_err(|e| e.iter().map(|d| d.message.to_string()).collect())
    }

    #[test]
    fn a_template_can_open_nothing() {
        for template in [
            "#read(\"/etc/passwd\")",
            "#read(\"main.typ\")",
            "#image(\"x.png\")",
            "#import \"@preview/x:1.0.0\": y",
            "#include \"other.typ\"",
        ] {
            let refused = try_template(template).map(|_| ()).unwrap_err();
            assert!(refused.contains("access denied"), "{template}: {refused}");
        }
        let refused = try_template("#datetime.today()").map(|_| ()).unwrap_err();
        assert!(refused.contains("date"), "{refused}");
    }
}
