//! The QT interval corrected for the heart rate, by four formulas.

use crate::kit::*;

const MEN: Bands = &[
    Band::lowest("qtc-short"),
    Band::above(390.0, "qtc-normal"),
    Band::at_least(450.0, "qtc-long"),
    Band::above(500.0, "qtc-dangerous"),
];
const WOMEN: Bands = &[
    Band::lowest("qtc-short"),
    Band::above(390.0, "qtc-normal"),
    Band::at_least(460.0, "qtc-long"),
    Band::above(500.0, "qtc-dangerous"),
];

pub(crate) const TOOL: Tool = Tool {
    key: "qtc",
    group: Group::Heart,
    version: 1,
    names: &[
        "QTc",
        "QT",
        "corrected QT",
        "Bazett",
        "Fridericia",
        "Framingham",
        "Hodges",
        "كيو تي",
        "فترة كيو تي المصححة",
        "بازيت",
        "فريدريسيا",
    ],
    fields: &[
        SEX,
        Field::number("qt", &q::TIME_INTERVAL, (100.0, 1000.0), (240.0, 700.0)),
        PULSE
            .named("heart-rate")
            .within((15.0, 400.0), (30.0, 200.0)),
    ],
    figures: &[
        Figure::step("rr", "s").by("60 / {heart-rate:/min}"),
        Figure::result("qtc-bazett", "ms", Decimals(0))
            .by("{qt:ms} / √({rr})")
            .bands(MEN),
        Figure::result("qtc-fridericia", "ms", Decimals(0))
            .by("{qt:ms} / {rr}^(1/3)")
            .bands(MEN),
        Figure::result("qtc-framingham", "ms", Decimals(0))
            .by("{qt:ms} + 154 × (1 − {rr})")
            .bands(MEN),
        Figure::result("qtc-hodges", "ms", Decimals(0))
            .by("{qt:ms} + 1.75 × ({heart-rate:/min} − 60)")
            .bands(MEN),
    ],
    sources: &[
        Source::new(
            "Bazett HC. An analysis of the time-relations of electrocardiograms. Heart 7:353–370",
            1920,
            "",
        ),
        Source::new(
            "Fridericia LS. Die Systolendauer im Elektrokardiogramm bei normalen Menschen und bei Herzkranken. Acta Med Scand 53:469–486",
            1920,
            "",
        ),
        Source::new(
            "Sagie A, Larson MG, Goldberg RJ, Bengtson JR, Levy D. An improved method for adjusting the QT interval for heart rate (the Framingham Heart Study). Am J Cardiol 70:797–801",
            1992,
            "doi:10.1016/0002-9149(92)90562-D",
        ),
        Source::new(
            "Hodges M, Salerno D, Erlien D. Bazett's QT correction reviewed: evidence that a linear QT correction for heart rate is better. J Am Coll Cardiol 1:694",
            1983,
            "",
        ),
        Source::new(
            "Rautaharju PM, Surawicz B, Gettes LS. AHA/ACCF/HRS recommendations for the standardization and interpretation of the electrocardiogram, part IV. Circulation 119:e241–e250",
            2009,
            "doi:10.1161/CIRCULATIONAHA.108.191096",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let (qt, rate) = (inputs.number("qt"), inputs.number("heart-rate"));
        let rr = 60.0 / rate;
        let bands = if inputs.female() { WOMEN } else { MEN };
        Ok(Answer::new()
            .give("rr", rr)
            .banded("qtc-bazett", bazett(qt, rr), bands)
            .banded("qtc-fridericia", fridericia(qt, rr), bands)
            .banded("qtc-framingham", framingham(qt, rr), bands)
            .banded("qtc-hodges", hodges(qt, rate), bands)
            .note_if(
                exceeds(60.0, rate) || exceeds(rate, 100.0),
                "qtc-bazett-rate",
            ))
    },
};

/// ms, from QT in ms and RR in s.
fn bazett(qt: f64, rr: f64) -> f64 {
    qt / rr.sqrt()
}

/// ms, from QT in ms and RR in s.
fn fridericia(qt: f64, rr: f64) -> f64 {
    qt / rr.cbrt()
}

/// ms, from QT in ms and RR in s.
fn framingham(qt: f64, rr: f64) -> f64 {
    qt + 154.0 * (1.0 - rr)
}

/// ms, from QT in ms and the rate per minute.
fn hodges(qt: f64, rate: f64) -> f64 {
    qt + 1.75 * (rate - 60.0)
}
