//! Which tool a typed name means.

use sanad_bedside::{Tool, find, tool};
use sanad_text::fold;

/// What a name leads to.
pub(crate) enum Named {
    /// One tool, by its key, a whole name of its own, or because nothing else is found.
    One(&'static Tool),
    /// Several: whoever asked has to choose.
    Several(Vec<&'static Tool>),
    /// None.
    Unknown,
}

/// The tool of a key or of any of its names; never the first of several that would fit.
pub(crate) fn named(name: &str) -> Named {
    if let Some(tool) = tool(name) {
        return Named::One(tool);
    }
    let found = find(name);
    if name.trim().is_empty() || found.is_empty() {
        return Named::Unknown;
    }
    let wanted = fold(name.trim()).text;
    let is_whole = |tool: &&Tool| {
        fold(tool.key).text == wanted || tool.names.iter().any(|name| fold(name).text == wanted)
    };
    let whole: Vec<_> = found.iter().copied().filter(is_whole).collect();
    match (whole.as_slice(), found.as_slice()) {
        ([one], _) | ([], [one]) => Named::One(one),
        ([], _) => Named::Several(found),
        (_, _) => Named::Several(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_language_leads_to_its_tool_and_a_shared_one_to_a_choice() {
        for (name, key) in [
            ("bmi", "bmi"),
            ("BMI", "bmi"),
            ("glasgow coma scale", "gcs"),
            ("غلاسكو", "gcs"),
            ("cha2ds2-vasc", "cha2ds2-vasc"),
        ] {
            assert!(
                matches!(named(name), Named::One(tool) if tool.key == key),
                "{name}"
            );
        }
        assert!(matches!(named("adrenaline"), Named::Several(tools) if tools.len() >= 2));
        assert!(matches!(named("no such thing"), Named::Unknown));
        assert!(matches!(named(" "), Named::Unknown));
    }
}
