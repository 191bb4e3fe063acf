//! A word processor, and what is seen of its pages.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace_root;

/// LibreOffice, which lays text out, and PyMuPDF, which says where the characters stand.
pub struct Paper {
    folder: tempfile::TempDir,
}

impl Paper {
    /// Both, or `None` with a message.
    #[must_use]
    pub fn find() -> Option<Self> {
        let office = Command::new("soffice").arg("--version").output().is_ok();
        let reader = python()
            .args(["-c", "import pymupdf"])
            .output()
            .is_ok_and(|output| output.status.success());
        if !office || !reader {
            say("skipped: LibreOffice or PyMuPDF is absent; `make test` installs them");
            return None;
        }
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        Some(Self { folder })
    }

    /// What is seen of a document, line by line.
    #[must_use]
    pub fn lines_of(&self, name: &str, content: impl AsRef<[u8]>) -> Vec<String> {
        let document = self.folder.path().join(name);
        fs::write(&document, content).expect("room");
        if name.ends_with("pdf") {
            return visual_lines(&document);
        }
        let profile = format!(
            "-env:UserInstallation=file://{}/profile",
            self.folder.path().display()
        );
        let filter = if name.ends_with("html") {
            "pdf:writer_web_pdf_Export"
        } else {
            "pdf:writer_pdf_Export"
        };
        let output = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
            .arg(self.folder.path())
            .arg(&document)
            .output()
            .expect("it was just asked for its version");
        assert!(output.status.success(), "{output:?}");
        visual_lines(&document.with_extension("pdf"))
    }
}

fn visual_lines(pdf: &Path) -> Vec<String> {
    let script = workspace_root().join("tests/paste/visual-lines.py");
    let output = python()
        .arg(script)
        .arg(pdf)
        .output()
        .expect("python is there");
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("the script prints JSON")
}

/// Python with the packages that `make tools` keeps outside the system.
fn python() -> Command {
    let mut python = Command::new("python3");
    if let Some(home) = std::env::var_os("HOME") {
        let packages = PathBuf::from(home).join(".cache/sanad/tools/python");
        python.env("PYTHONPATH", packages);
    }
    python
}

fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("the test harness reads");
}
