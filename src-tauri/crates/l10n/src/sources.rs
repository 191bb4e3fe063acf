//! The `.ftl` files, compiled in.

use sanad_domain::Language;

macro_rules! locale {
    ($code:literal) => {
        &[
            include_str!(concat!("../../../../ui/locales/", $code, "/errors.ftl")),
            include_str!(concat!("../../../../ui/locales/", $code, "/cli.ftl")),
            include_str!(concat!("../../../../ui/locales/", $code, "/window.ftl")),
            include_str!(concat!("../../../../ui/locales/", $code, "/export.ftl")),
            include_str!(concat!("../../../../ui/locales/", $code, "/honesty.ftl")),
        ]
    };
}

/// Every file of a language.
pub(crate) fn of(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => locale!("en"),
        Language::Arabic => locale!("ar"),
        Language::Persian => locale!("fa"),
        Language::Urdu => locale!("ur"),
        Language::Hebrew => locale!("he"),
        Language::French => locale!("fr"),
    }
}

/// The names and meanings of the bedside tools; empty for languages that no native reader has checked, so that
/// English speaks.
pub(crate) fn bedside(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[include_str!("../../../../ui/locales/en/bedside.ftl")],
        Language::Arabic => &[include_str!("../../../../ui/locales/ar/bedside.ftl")],
        Language::Persian | Language::Urdu | Language::Hebrew | Language::French => &[],
    }
}
