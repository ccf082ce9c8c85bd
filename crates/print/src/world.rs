//! The whole world a template can see: itself, what templates share, the fonts, its data. No file, no
//! package, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::case_file::Picture;
use crate::error::PrintError;
use crate::fonts::Case;

/// What the templates share.
const SHARED: [(&str, &str); 2] = [
    ("common.typ", include_str!("../templates/common.typ")),
    ("blocks.typ", include_str!("../templates/blocks.typ")),
];

/// One printing.
pub(crate) struct Room<'a> {
    case: &'a Case,
    library: LazyHash<Library>,
    main: Source,
    shared: Vec<Source>,
}

impl<'a> Room<'a> {
    /// `inputs` are what the template reads as `sys.inputs`.
    pub(crate) fn new(
        case: &'a Case,
        template: &str,
        inputs: [(&str, String); 3],
        pictures: &[Picture],
    ) -> Result<Self, PrintError> {
        let mut inputs: Dict =
            inputs.into_iter().map(|(key, value)| (Str::from(key), Value::Str(value.into()))).collect();
        let picture = |p: &Picture| {
            let (bytes, format) = p.parts();
            let both: Array = [Value::Bytes(bytes), Value::Str(format.into())].into_iter().collect();
            Value::Array(both)
        };
        inputs.insert(Str::from("pictures"), Value::Array(pictures.iter().map(picture).collect()));
        Ok(Self {
            case,
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main: source("main.typ", template)?,
            shared: SHARED.iter().map(|(name, text)| source(name, text)).collect::<Result<_, _>>()?,
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
        std::iter::once(&self.main)
            .chain(&self.shared)
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
            &[],
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
