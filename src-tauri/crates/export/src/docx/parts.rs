//! The parts of the file that do not depend on what was said.

use std::fmt::Write;

use sanad_text::{Direction, Language};

use super::xml::escaped;
use crate::date;
use crate::labels::About;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

pub(super) const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

pub(super) const DOCUMENT_RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;

pub(super) const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:defaultTabStop w:val="400"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#;

pub(super) const DOCUMENT_BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

/// A4 with margins of two centimetres, in twentieths of a point.
pub(super) fn document_end(language: Language) -> String {
    let bidi = match language.direction() {
        Direction::Rtl => "<w:bidi/>",
        Direction::Ltr => "",
    };
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         {bidi}</w:sectPr></w:body></w:document>"
    )
}

pub(super) fn core(title: &str, about: &About<'_>) -> String {
    let date = date::minute(about.exported_at);
    let date = date.trim_end_matches(" UTC").replace(' ', "T");
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>Sanad {}</dc:creator>\
         <dc:description>{}</dc:description>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}:00Z</dcterms:created></cp:coreProperties>",
        escaped(title),
        escaped(about.version),
        escaped(&about.reminder()),
    )
}

/// Page numbers, which the word processor counts.
pub(super) fn footer(about: &About<'_>) -> String {
    const PAGE: char = '\u{E000}';
    const PAGES: char = '\u{E001}';
    let said = about.say(
        "export-page",
        &[("page", &PAGE.to_string()), ("pages", &PAGES.to_string())],
    );
    let field = |name: &str| {
        format!(
            "</w:t></w:r><w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\">"
        )
    };
    let said = escaped(&said)
        .replace(PAGE, &field("PAGE"))
        .replace(PAGES, &field("NUMPAGES"));
    let bidi = match about.language().direction() {
        Direction::Rtl => "<w:bidi/>",
        Direction::Ltr => "",
    };
    format!(
        "{HEAD}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Remark\"/>{bidi}<w:jc w:val=\"center\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{said}</w:t></w:r></w:p></w:ftr>"
    )
}

/// Two kinds of lists, and each list by itself, so that it begins with its own number.
pub(super) fn numbering(lists: &[Option<u64>]) -> String {
    let mut xml = format!("{HEAD}<w:numbering {NAMESPACES}>");
    for (id, format, text) in [(0, "bullet", "•"), (1, "decimal", "%")] {
        let _ = write!(
            xml,
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>"
        );
        for level in 0..9 {
            let text = match text {
                "%" => format!("%{}.", level + 1),
                bullet => bullet.to_owned(),
            };
            let _ = write!(
                xml,
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
                 <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/></w:lvl>"
            );
        }
        xml.push_str("</w:abstractNum>");
    }
    for (number, start) in lists.iter().enumerate() {
        let _ = write!(
            xml,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>",
            number + 1,
            u8::from(start.is_some())
        );
        if let Some(start) = start {
            // Word counts in 32 bits.
            let start = (*start).min(2_147_483_647);
            for level in 0..9 {
                let _ = write!(
                    xml,
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
                );
            }
        }
        xml.push_str("</w:num>");
    }
    xml.push_str("</w:numbering>");
    xml
}

pub(super) fn styles(language: Language) -> String {
    let code = language.code();
    let bidi = match language.direction() {
        Direction::Rtl => code,
        Direction::Ltr => "ar",
    };
    let mut xml = format!(
        "{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{code}\" w:bidi=\"{bidi}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"288\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    );
    for (id, name, paragraph, run) in [
        (
            "Title",
            "Title",
            "<w:keepNext/>",
            "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
        ),
        (
            "Label",
            "Sanad Label",
            "<w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"1\"/>",
            "<w:b/><w:bCs/>",
        ),
        (
            "Question",
            "Sanad Question",
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F5F7\"/>",
            "",
        ),
        ("Answer", "Sanad Answer", "", ""),
        (
            "Remark",
            "Sanad Remark",
            "",
            "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
        ),
        (
            "Quote",
            "Quote",
            "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"BBBBBB\"/></w:pBdr>",
            "",
        ),
        (
            "Code",
            "Sanad Code",
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F5F7\"/>",
            MONO,
        ),
        (
            "TableHead",
            "Sanad Table Head",
            "<w:spacing w:after=\"0\"/>",
            "<w:b/><w:bCs/>",
        ),
        (
            "TableCell",
            "Sanad Table Cell",
            "<w:spacing w:after=\"0\"/>",
            "",
        ),
    ] {
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    }
    for level in 1..=6 {
        // The document's own title and labels stand above.
        let (size, outline) = (32 - 2 * level, level + 1);
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"160\"/><w:outlineLvl w:val=\"{outline}\"/></w:pPr>\
             <w:rPr><w:b/><w:bCs/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
        );
    }
    let _ = write!(
        xml,
        "<w:style w:type=\"character\" w:styleId=\"CodeText\"><w:name w:val=\"Sanad Code Text\"/><w:rPr>{MONO}</w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>"
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(
            xml,
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
        );
    }
    xml.push_str("</w:tblBorders></w:tblPr></w:style></w:styles>");
    xml
}

const MONO: &str = "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>\
<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>";
