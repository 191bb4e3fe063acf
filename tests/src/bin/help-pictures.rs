//! Makes the pictures of the help from the real window over a made-up store: `make help-pictures`.
//!
//! Nothing in them is from a patient. Each picture has the name that its page gives it in `ui/help`.

use std::path::{Path, PathBuf};
use std::process::Command;

use sanad_tests::{PASSPHRASE, Window, fixture_model, seed_all, workspace_root};
use serde_json::Value;

const ESCAPE: char = '\u{e00c}';

/// Wide enough for the bedside tools to stand beside the conversation.
const SIZE: (u32, u32) = (1100, 700);

const ENGLISH: &[(&str, &str)] = &[(
    "Amoxicillin 500 mg q8h for a man of 70 kg. How long?",
    "**Amoxicillin 500 mg** three times a day is a usual dose for an adult.\n\n\
     - Mild infection: 7 days\n- Look again after 48 hours\n\nAsk about an allergy to penicillins first.",
)];
const ENGLISH_EARLIER: &[(&str, &str)] = &[(
    "What does triage mean?",
    "Triage sorts patients by how urgently they need care.",
)];
const ARABIC: &[(&str, &str)] = &[(
    "أموكسيسيلين 500 mg كل 8 ساعات لرجل وزنه 70 كغ. كم المدة؟",
    "**أموكسيسيلين 500 mg** ثلاث مرات يوميًا جرعة معتادة للبالغين.\n\n\
     - العدوى الخفيفة: 7 أيام\n- أعد التقييم بعد 48 ساعة\n\nاسأل أولًا عن حساسية البنسلين.",
)];
const ARABIC_EARLIER: &[(&str, &str)] = &[(
    "ما معنى الفرز؟",
    "الفرز ترتيب المرضى بحسب حاجتهم العاجلة إلى الرعاية.",
)];

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let shots = tempfile::tempdir()?;
    for (language, conversations) in [
        ("en", [ENGLISH_EARLIER, ENGLISH]),
        ("ar", [ARABIC_EARLIER, ARABIC]),
    ] {
        let data = tempfile::tempdir()?;
        seed_all(data.path(), &conversations);
        let camera = Camera {
            window: open(data.path(), language).await,
            shots: shots.path().to_owned(),
            folder: workspace_root().join("ui/help/pictures").join(language),
        };
        camera.take_all().await?;
        camera.window.quit().await;
    }
    Ok(())
}

async fn open(data: &Path, language: &str) -> Window {
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    let window = Window::open(data, &["--model", model]).await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    window.resize(SIZE.0, SIZE.1).await;
    window.choose_language(language).await;
    window
}

/// A window that is looked at, and where its pictures go.
struct Camera {
    window: Window,
    shots: PathBuf,
    folder: PathBuf,
}

impl Camera {
    async fn take_all(&self) -> std::io::Result<()> {
        let window = &self.window;
        window.click("conversation-item").await;
        window.answered(1).await;
        self.take("first-question").await?;
        self.take("history").await?;
        window.click("unsupported-toggle").await;
        self.take("number-guard").await?;
        window.press_with_control('b').await;
        window.find("bedside-pane").await;
        self.take("calculators").await?;
        window.press_with_control('b').await;
        window.gone("[data-testid=bedside-pane]").await;
        self.take_typed().await?;
        for (key, panel, name) in [('m', "models", "models"), ('e', "checks", "self-check")] {
            window.press_with_control(key).await;
            window.find(panel).await;
            self.take(name).await?;
            window.type_keys(&ESCAPE.to_string()).await;
            window.gone(&format!("[data-testid={panel}]")).await;
        }
        window.press_with_control(',').await;
        window.click("settings-backups").await;
        self.take("backups").await
    }

    /// A question in both scripts while it is typed.
    async fn take_typed(&self) -> std::io::Result<()> {
        let typed = "وزن المريض 70 kg، والجرعة 5-10 mg/kg";
        self.window.type_into("composer", typed).await;
        self.window.find("draft-preview").await;
        self.take("languages").await?;
        let clear = "const field = document.querySelector('[data-testid=composer]');
             field.value = ''; field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        self.window.script(clear, Value::Null).await;
        Ok(())
    }

    /// Keeps what is seen, without the display around it, in few colours.
    async fn take(&self, name: &str) -> std::io::Result<()> {
        self.window.settled().await;
        let shot = self.shots.join("shot.png");
        run(Command::new("import").args(["-window", "root"]).arg(&shot))?;
        std::fs::create_dir_all(&self.folder)?;
        let (width, height) = SIZE;
        run(Command::new("convert")
            .arg(&shot)
            .args(["-crop", &format!("{width}x{height}+0+0"), "+repage"])
            .args([
                "-resize", "880x", "-strip", "-dither", "None", "-colors", "48",
            ])
            .arg(format!(
                "PNG8:{}",
                self.folder.join(format!("{name}.png")).display()
            )))
    }
}

fn run(command: &mut Command) -> std::io::Result<()> {
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(std::io::Error::other("ImageMagick made no picture"))
    }
}
