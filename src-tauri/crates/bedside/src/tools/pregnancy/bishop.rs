//! Ripeness of the cervix: the Bishop score.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "bishop",
    group: Group::Pregnancy,
    version: 1,
    names: &[
        "Bishop score",
        "cervix",
        "induction of labour",
        "بيشوب",
        "نضج عنق الرحم",
        "تحريض الولادة",
    ],
    fields: &[
        Field::choice(
            "cervix-dilation",
            &[
                Choice::new("cervix-dilation-0", 0.0),
                Choice::new("cervix-dilation-1", 1.0),
                Choice::new("cervix-dilation-2", 2.0),
                Choice::new("cervix-dilation-3", 3.0),
            ],
        ),
        Field::choice(
            "cervix-effacement",
            &[
                Choice::new("cervix-effacement-0", 0.0),
                Choice::new("cervix-effacement-1", 1.0),
                Choice::new("cervix-effacement-2", 2.0),
                Choice::new("cervix-effacement-3", 3.0),
            ],
        ),
        Field::choice(
            "fetal-station",
            &[
                Choice::new("fetal-station-0", 0.0),
                Choice::new("fetal-station-1", 1.0),
                Choice::new("fetal-station-2", 2.0),
                Choice::new("fetal-station-3", 3.0),
            ],
        ),
        Field::choice(
            "cervix-consistency",
            &[
                Choice::new("cervix-consistency-0", 0.0),
                Choice::new("cervix-consistency-1", 1.0),
                Choice::new("cervix-consistency-2", 2.0),
            ],
        ),
        Field::choice(
            "cervix-position",
            &[
                Choice::new("cervix-position-0", 0.0),
                Choice::new("cervix-position-1", 1.0),
                Choice::new("cervix-position-2", 2.0),
            ],
        ),
    ],
    figures: &[Figure::score(
        "bishop",
        &[
            Band::lowest("bishop-unripe"),
            Band::above(6.0, "bishop-between"),
            Band::above(8.0, "bishop-ripe"),
        ],
    )],
    sources: &[
        Source::new(
            "Bishop EH. Pelvic scoring for elective induction. Obstet Gynecol 24:266–268",
            1964,
            "",
        ),
        Source::new(
            "American College of Obstetricians and Gynecologists. Induction of labor. Practice Bulletin 107. Obstet Gynecol 114:386–397",
            2009,
            "doi:10.1097/AOG.0b013e3181b48ef5",
        ),
    ],
    reviewed_by: None,
    calculate: sum_of_points,
};
