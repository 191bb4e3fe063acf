//! Coma scale of children who do not speak yet.

use super::gcs::{BANDS, EYE, total};
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "gcs-child",
    group: Group::Acute,
    version: 1,
    names: &[
        "paediatric GCS",
        "pediatric GCS",
        "child GCS",
        "infant coma scale",
        "غلاسكو للأطفال",
        "جلاسكو للأطفال",
        "غيبوبة الطفل",
        "وعي الرضيع",
    ],
    fields: &[
        EYE,
        Field::choice(
            "infant-verbal",
            &[
                Choice::new("infant-verbal-5", 5.0).or(&["5"]),
                Choice::new("infant-verbal-4", 4.0).or(&["4"]),
                Choice::new("infant-verbal-3", 3.0).or(&["3"]),
                Choice::new("infant-verbal-2", 2.0).or(&["2"]),
                Choice::new("infant-verbal-1", 1.0).or(&["1"]),
                Choice::new("infant-verbal-nt", 0.0).or(&["nt"]),
            ],
        ),
        Field::choice(
            "infant-motor",
            &[
                Choice::new("infant-motor-6", 6.0).or(&["6"]),
                Choice::new("infant-motor-5", 5.0).or(&["5"]),
                Choice::new("infant-motor-4", 4.0).or(&["4"]),
                Choice::new("infant-motor-3", 3.0).or(&["3"]),
                Choice::new("infant-motor-2", 2.0).or(&["2"]),
                Choice::new("infant-motor-1", 1.0).or(&["1"]),
                Choice::new("infant-motor-nt", 0.0).or(&["nt"]),
            ],
        ),
    ],
    figures: &[Figure::score("gcs-total", BANDS)],
    sources: &[
        Source::new(
            "James HE. Neurologic evaluation and support in the child with an acute brain insult. Pediatr Ann 15:16–22",
            1986,
            "",
        ),
        Source::new(
            "Holmes JF, Palchak MJ, MacFarlane T, Kuppermann N. Performance of the pediatric Glasgow Coma Scale in children with blunt head trauma. Acad Emerg Med 12:814–819",
            2005,
            "doi:10.1197/j.aem.2005.04.019",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| total(inputs, ["gcs-eye", "infant-verbal", "infant-motor"]),
};
