"""Units, independently of the Rust crate: every factor is worked out here from first principles.

Molar masses are added up from standard atomic weights and the formula of the substance.
"""

import re

ATOMIC_WEIGHT = {
    'H': 1.008, 'C': 12.011, 'N': 14.007, 'O': 15.999, 'Na': 22.990, 'Mg': 24.305, 'P': 30.974, 'S': 32.06,
    'Ca': 40.078, 'Fe': 55.845, 'Co': 58.933, 'I': 126.90, 'Pb': 207.2,
}


def molar_mass(formula):
    return sum(ATOMIC_WEIGHT[element] * int(count or 1) for element, count in re.findall(r'([A-Z][a-z]?)(\d*)', formula))


# grams, from any unit of mass; litres, from any unit of volume
GRAMS = {'pg': 1e-12, 'ng': 1e-9, 'mcg': 1e-6, 'mg': 1e-3, 'g': 1.0}
LITRES = {'mL': 1e-3, 'dL': 1e-1, 'L': 1.0}
MOLES = {'pmol': 1e-12, 'nmol': 1e-9, 'µmol': 1e-6, 'mmol': 1e-3}

# What laboratories measure: formula, and the valence where mEq/L is used.
SUBSTANCE = {
    'glucose': 'C6H12O6', 'creatinine': 'C4H7N3O', 'urine-creatinine': 'C4H7N3O', 'bilirubin': 'C33H36N4O6',
    'urate': 'C5H4N4O3', 'calcium': 'Ca', 'magnesium': 'Mg', 'phosphate': 'P', 'cholesterol': 'C27H46O',
    'triglycerides': 'C57H104O6', 'lactate': 'C3H6O3', 'ammonia': 'NH3', 'iron': 'Fe', 'b12': 'C63H88CoN14O14P',
    'folate': 'C19H19N7O6', 'vitamin-d': 'C27H44O2', 'cortisol': 'C21H30O5', 'free-t4': 'C15H11I4NO4',
    'testosterone': 'C19H28O2', 'oestradiol': 'C18H24O2', 'ethanol': 'C2H6O', 'paracetamol': 'C8H9NO2',
    'salicylate': 'C7H6O3', 'digoxin': 'C41H64O14', 'phenytoin': 'C15H12N2O2', 'lead': 'Pb',
    'sodium': 'Na', 'potassium': 'K', 'chloride': 'Cl', 'bicarbonate': 'HCO3', 'lithium': 'Li',
}
VALENCE = {'calcium': 2, 'magnesium': 2, 'sodium': 1, 'potassium': 1, 'chloride': 1, 'bicarbonate': 1, 'lithium': 1}
# Haemoglobin as one chain with its haem.
HAEMOGLOBIN_CHAIN = 16114.5

# factor to an arbitrary common unit of the quantity
SIMPLE = {
    'body-mass': {'kg': 1000.0, 'g': 1.0, 'lb': 453.59237},
    'length': {'cm': 1.0, 'm': 100.0, 'in': 2.54},
    'child-age': {'month': 1.0, 'year': 12.0},
    'hours': {'h': 60.0, 'min': 1.0},
    'pressure': {'mmHg': 133.322387415, 'kPa': 1000.0, 'cmH₂O': 98.0665, 'mbar': 100.0, 'atm': 101325.0},
    'gas-pressure': {'mmHg': 133.322387415, 'kPa': 1000.0},
    'oxygen-fraction': {'%': 0.01, 'fraction': 1.0},
    'time-interval': {'ms': 1.0, 's': 1000.0},
    'volume': {'mL': 1.0, 'L': 1000.0},
    'drug-amount': {'mg': 1.0, 'mcg': 0.001, 'g': 1000.0},
    'flow': {'mL/h': 1.0, 'mL/min': 60.0, 'L/h': 1000.0},
    'dose-rate-by-weight': {'mcg/kg/min': 60.0, 'mcg/kg/h': 1.0, 'mg/kg/h': 1000.0, 'mg/kg/min': 60000.0,
                            'ng/kg/min': 0.06},
    'dose-rate': {'mg/h': 1.0, 'mcg/min': 0.06, 'mcg/h': 0.001, 'mg/min': 60.0, 'g/h': 1000.0},
    'albumin': {'g/dL': 10.0, 'g/L': 1.0},
    'total-protein': {'g/dL': 10.0, 'g/L': 1.0},
    'ferritin': {'mcg/L': 1.0, 'ng/mL': 1.0},
}


def factor(quantity, unit):
    """How many of the common unit of the quantity one `unit` is."""
    if quantity in SIMPLE:
        return SIMPLE[quantity][unit]
    if quantity == 'haemoglobin':
        return {'g/dL': 10.0, 'g/L': 1.0, 'mmol/L': HAEMOGLOBIN_CHAIN / 1000}[unit]
    if quantity == 'urea':
        return {'mmol/L': 1.0, 'mg/dL BUN': 10 / (2 * ATOMIC_WEIGHT['N']), 'mg/dL urea': 10 / molar_mass('CH4N2O')}[unit]
    if quantity in SUBSTANCE and '/' in unit:
        amount, volume = unit.split('/')
        if amount in MOLES:
            return MOLES[amount] / LITRES[volume]
        if amount == 'mEq':
            return 1e-3 / VALENCE[quantity] / LITRES[volume]
        return GRAMS[amount] / molar_mass(SUBSTANCE[quantity]) / LITRES[volume]
    return None


def convert(quantity, value, unit, wanted):
    """A value in another unit of its quantity."""
    if unit == wanted:
        return value
    if quantity == 'temperature':
        celsius = {'°C': lambda v: v, '°F': lambda v: (v - 32) / 1.8, 'K': lambda v: v - 273.15}[unit](value)
        return {'°C': lambda v: v, '°F': lambda v: v * 1.8 + 32, 'K': lambda v: v + 273.15}[wanted](celsius)
    if quantity == 'hba1c':
        return (value - 2.152) / 0.09148 if unit == '%' else 0.09148 * value + 2.152
    if quantity == 'strength':
        grams_per_litre = {'mg/mL': 1.0, 'g/L': 1.0, 'mcg/mL': 0.001, '%': 10.0}
        strength = 1000 / value if unit == '1:N' else value * grams_per_litre[unit]
        return 1000 / strength if wanted == '1:N' else strength / grams_per_litre[wanted]
    return value * factor(quantity, unit) / factor(quantity, wanted)
