//! One HTML file that needs nothing beside it: no script, no picture, fonts by name only.

use std::borrow::Cow;
use std::io::Write;

use sanad_text::{Block, to_html};

use crate::document::Paper;
use crate::error::ExportError;
use crate::labels::About;
use crate::sections::{Role, Section};

const STYLE: &str = "
body{max-width:44rem;margin:2rem auto;padding:0 1rem;line-height:1.7;color:#1b1b1b;background:#fff;\
font-family:'Sanad Sans Arabic','IBM Plex Sans Arabic',Vazirmatn,'Noto Naskh Arabic','Segoe UI',Tahoma,sans-serif}
[lang=ur]{font-family:'Noto Nastaliq Urdu','Sanad Sans Arabic','Noto Naskh Arabic',Tahoma,sans-serif}
h1,h2{font-size:inherit;font-weight:inherit;margin:0}
section{margin-block:.5rem}.title{font-size:1.6rem;font-weight:600}.notice,.remark{color:#555;font-size:.9rem}
.label{font-weight:600;margin-block-start:1.5rem;border-block-start:1px solid #ccc;padding-block-start:.5rem}
.question{background:#f3f5f7;border-radius:.4rem;padding:.2rem .8rem}.question p{min-height:1em;margin-block:.3em}
p{overflow-wrap:anywhere}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2rem .6rem}
th,td{text-align:start}pre{overflow-x:auto;background:#f3f5f7;padding:.6rem;unicode-bidi:isolate}
code{font-family:'IBM Plex Mono',Consolas,monospace;unicode-bidi:isolate}
blockquote{border-inline-start:3px solid #bbb;margin-inline:0;padding-inline-start:.8rem}
@media print{body{max-width:none;margin:0}.label{break-after:avoid}}
";

/// Writes sections as they come.
pub(crate) struct Writer<'out> {
    out: &'out mut dyn Write,
}

impl<'out> Writer<'out> {
    pub(crate) fn begin(
        out: &'out mut dyn Write,
        title: &str,
        about: &About<'_>,
    ) -> Result<Self, ExportError> {
        let language = about.language();
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"generator\" content=\"Sanad {}\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
            language.code(),
            language.direction().code(),
            escaped(about.version),
            escaped(title),
        )?;
        Ok(Self { out })
    }
}

impl Paper for Writer<'_> {
    fn section(&mut self, section: &Section) -> Result<(), ExportError> {
        let class = match section.role {
            Role::Title => "title",
            Role::Notice => "notice",
            Role::Label => "label",
            Role::Question => "question",
            Role::Answer => "answer",
            Role::Remark => "remark",
        };
        writeln!(
            self.out,
            "<section class=\"{class}\" lang=\"{}\">{}</section>",
            section.language.code(),
            to_html(&titled(section))
        )?;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        self.out.write_all(b"</body>\n</html>\n")?;
        Ok(())
    }
}

/// Titles and labels as headings, to be walked through by whoever hears the page.
fn titled(section: &Section) -> Cow<'_, [Block]> {
    let level = match section.role {
        Role::Title => 1,
        Role::Label => 2,
        _ => return Cow::Borrowed(&section.blocks),
    };
    let headings = section.blocks.iter().map(|block| match block.clone() {
        Block::Paragraph { direction, spans } => Block::Heading {
            level,
            direction,
            spans,
        },
        other => other,
    });
    Cow::Owned(headings.collect())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
