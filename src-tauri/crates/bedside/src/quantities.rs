//! The quantities that fields ask for.
//!
//! Exact by definition where nothing else is said: 1 lb = 0.45359237 kg, 1 in = 2.54 cm, 1 mmHg = 133.322387415 Pa.

pub(crate) mod analytes;

use crate::quantity::{Quantity, Unit};

macro_rules! quantity {
    ($(#[$note:meta])* $name:ident, $key:literal, [$($unit:expr),+ $(,)?]) => {
        $(#[$note])*
        pub(crate) const $name: Quantity = Quantity { key: $key, units: &[$($unit),+] };
    };
}
pub(crate) use quantity;

quantity!(
    MASS,
    "body-mass",
    [
        Unit::base("kg"),
        Unit::ratio("g", 1.0, 1000.0),
        Unit::ratio("lb", 0.453_592_37, 1.0),
    ]
);
quantity!(
    LENGTH,
    "length",
    [
        Unit::base("cm"),
        Unit::ratio("m", 100.0, 1.0),
        Unit::ratio("in", 2.54, 1.0),
    ]
);
quantity!(AGE, "age", [Unit::base("year").word()]);
quantity!(
    CHILD_AGE,
    "child-age",
    [
        Unit::base("month").word(),
        Unit::ratio("year", 12.0, 1.0).word(),
    ]
);
quantity!(WEEKS, "weeks", [Unit::base("week").word()]);
quantity!(DAYS, "days", [Unit::base("day").word()]);
quantity!(
    HOURS,
    "hours",
    [Unit::base("h"), Unit::ratio("min", 1.0, 60.0),]
);
quantity!(
    TEMPERATURE,
    "temperature",
    [
        Unit::base("°C"),
        Unit::shifted("°F", -32.0, 5.0, 9.0),
        Unit::shifted("K", -273.15, 1.0, 1.0),
    ]
);
quantity!(
    PRESSURE,
    "pressure",
    [
        Unit::base("mmHg"),
        Unit::ratio("kPa", 1000.0, 133.322_387_415),
        Unit::ratio("cmH₂O", 98.066_5, 133.322_387_415),
        Unit::ratio("mbar", 100.0, 133.322_387_415),
        Unit::ratio("atm", 101_325.0, 133.322_387_415),
    ]
);
quantity!(BLOOD_PRESSURE, "blood-pressure", [Unit::base("mmHg")]);
quantity!(
    GAS_PRESSURE,
    "gas-pressure",
    [
        Unit::base("mmHg"),
        Unit::ratio("kPa", 1000.0, 133.322_387_415),
    ]
);
quantity!(PER_MINUTE, "per-minute", [Unit::base("/min")]);
quantity!(PERCENT, "percent", [Unit::base("%")]);
quantity!(
    /// Oxygen in what is breathed: 0.21 is 21 %.
    OXYGEN_FRACTION, "oxygen-fraction", [
    Unit::base("%"),
    Unit::ratio("fraction", 100.0, 1.0).word(),
]);
quantity!(COUNT, "count", [Unit::base("")]);
quantity!(
    TIME_INTERVAL,
    "time-interval",
    [Unit::base("ms"), Unit::ratio("s", 1000.0, 1.0),]
);
quantity!(SECONDS, "seconds", [Unit::base("s")]);
quantity!(
    VOLUME,
    "volume",
    [Unit::base("mL"), Unit::ratio("L", 1000.0, 1.0),]
);
quantity!(
    DRUG_AMOUNT,
    "drug-amount",
    [
        Unit::base("mg"),
        Unit::ratio("mcg", 1.0, 1000.0),
        Unit::ratio("g", 1000.0, 1.0),
    ]
);
quantity!(
    /// The strength of a solution; 1 % is 1 g in 100 mL, and 1:N is 1 g in N mL.
    STRENGTH, "strength", [
    Unit::base("mg/mL"),
    Unit::ratio("mcg/mL", 1.0, 1000.0),
    Unit::ratio("%", 10.0, 1.0),
    Unit::ratio("g/L", 1.0, 1.0),
    Unit::reciprocal("1:N", 1000.0),
]);
quantity!(
    FLOW,
    "flow",
    [
        Unit::base("mL/h"),
        Unit::ratio("mL/min", 60.0, 1.0),
        Unit::ratio("L/h", 1000.0, 1.0),
    ]
);
quantity!(
    /// A drug running in by body weight.
    DOSE_RATE_BY_WEIGHT, "dose-rate-by-weight", [
    Unit::base("mcg/kg/min"),
    Unit::ratio("mcg/kg/h", 1.0, 60.0),
    Unit::ratio("mg/kg/h", 1000.0, 60.0),
    Unit::ratio("mg/kg/min", 1000.0, 1.0),
    Unit::ratio("ng/kg/min", 1.0, 1000.0),
]);
quantity!(
    /// A drug running in, whatever the weight.
    DOSE_RATE, "dose-rate", [
    Unit::base("mg/h"),
    Unit::ratio("mcg/min", 60.0, 1000.0),
    Unit::ratio("mcg/h", 1.0, 1000.0),
    Unit::ratio("mg/min", 60.0, 1.0),
    Unit::ratio("g/h", 1000.0, 1.0),
]);
quantity!(DROP_FACTOR, "drop-factor", [Unit::base("gtt/mL")]);
quantity!(ENERGY, "energy", [Unit::base("J")]);
quantity!(AREA_PERCENT, "area-percent", [Unit::base("%")]);
quantity!(POINTS, "points", [Unit::base("")]);
