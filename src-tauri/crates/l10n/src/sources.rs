//! The `.ftl` files, compiled in.

use sanad_domain::Language;

macro_rules! locale {
    ($code:literal) => {
        &[
            include_str!(concat!("../../../../ui/locales/", $code, "/errors.ftl")),
            include_str!(concat!("../../../../ui/locales/", $code, "/cli.ftl")),
            include_str!(concat!("../../../../ui/locales/", $code, "/window.ftl")),
        ]
    };
}

/// Every file of a language; those without one speak English.
pub(crate) fn of(language: Language) -> &'static [&'static str] {
    match language {
        Language::Arabic => locale!("ar"),
        _ => locale!("en"),
    }
}
