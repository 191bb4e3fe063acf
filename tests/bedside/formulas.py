"""The tools, written a second time from their sources; nothing here was taken from the Rust crate.

Each function gets `v`, which gives an entry: `v('weight', 'kg')` a number in that unit (None when left out), `v('sex')`
the key of an answer, `v.day('scan-day')` a date. It returns a list of results: (key, value, unit) or (key, value,
unit, band); a key that begins with ~ is a step of the working. A refused set of entries raises Refused.
"""

import math
from datetime import timedelta

from common import CLOSE, Refused, ge, gt, le, lt, pick
from scores import (
    apgar, bishop, blatchford, cha2ds2_vasc, child_pugh, coma, curb65, fib4, has_bled, heart_score, maddrey, meld, news2,
    perc, qsofa, sofa, wells_dvt, wells_pe,
)


# --- doses -------------------------------------------------------------------------------------------------------

def dose(per_kg, most, micrograms=False, least_weight=0):
    def tool(v):
        if lt(v('weight', 'kg'), least_weight):
            raise Refused
        given = min(per_kg * v('weight', 'kg'), most)
        results = [('dose', given, 'mg'), ('draw-up-volume', given / v('strength', 'mg/mL'), 'mL')]
        return results + ([('dose-micrograms', 1000 * given, 'mcg')] if micrograms else [])
    return tool


def shock(per_kg):
    return lambda v: [('shock-energy', min(per_kg * v('weight', 'kg'), v('adult-energy', 'J')), 'J')]


# --- infusions ---------------------------------------------------------------------------------------------------

def infusion_rate(v):
    strength = v('drug-in-bag', 'mg') / v('bag-volume', 'mL')
    hourly = v('dose-rate-by-weight', 'mg/kg/h') * v('weight', 'kg')
    return [('concentration', strength, 'mg/mL'), ('drug-per-hour', hourly, 'mg/h'), ('pump-rate', hourly / strength, 'mL/h')]


def infusion_dose(v):
    strength = v('drug-in-bag', 'mg') / v('bag-volume', 'mL')
    hourly = v('pump-rate', 'mL/h') * strength
    return [('concentration', strength, 'mg/mL'), ('drug-per-hour', hourly, 'mg/h'),
            ('drug-per-kg-minute', hourly * 1000 / 60 / v('weight', 'kg'), 'mcg/kg/min')]


def infusion_flat(v):
    strength = v('drug-in-bag', 'mg') / v('bag-volume', 'mL')
    return [('concentration', strength, 'mg/mL'), ('pump-rate', v('dose-rate', 'mg/h') / strength, 'mL/h')]


def drip_rate(v):
    return [('flow', v('volume', 'mL') / v('infusion-time', 'h'), 'mL/h'),
            ('drop-rate', v('volume', 'mL') * v('drop-factor', 'gtt/mL') / v('infusion-time', 'min'), 'gtt/min')]


def dilution(v):
    part = v('strength-wanted', 'mg/mL') / v('strength', 'mg/mL')
    if gt(v('strength-wanted', 'mg/mL'), v('strength', 'mg/mL')):
        raise Refused
    total = v('volume-wanted', 'mL')
    return [('stock-volume', part * total, 'mL'), ('diluent-volume', total - part * total, 'mL')]


def dose_volume(v):
    strength = v('drug-in-vial', 'mg') / v('vial-volume', 'mL')
    return [('concentration', strength, 'mg/mL'), ('draw-up-volume', v('dose', 'mg') / strength, 'mL'),
            ('vials', v('dose', 'mg') / v('drug-in-vial', 'mg'), '')]


# --- weight ------------------------------------------------------------------------------------------------------

def bmi(v):
    value = v('weight', 'kg') / v('height', 'm') ** 2
    return [('bmi', value, 'kg/m²', pick(value, 'bmi-under', (ge, 18.5, 'bmi-normal'), (ge, 25, 'bmi-over'),
            (ge, 30, 'bmi-obese-one'), (ge, 35, 'bmi-obese-two'), (ge, 40, 'bmi-obese-three')))]


def bsa(v):
    w, h = v('weight', 'kg'), v('height', 'cm')
    return [('bsa-mosteller', math.sqrt(w * h) / 60, 'm²'),
            ('bsa-du-bois', math.exp(math.log(0.007184) + 0.425 * math.log(w) + 0.725 * math.log(h)), 'm²')]


def ideal_weight(v):
    ideal = (50 if v('sex') == 'male' else 45.5) + 2.3 * (v('height', 'in') - 60)
    results = [('ideal-weight', ideal, 'kg')]
    actual = v('weight', 'kg')
    return results + ([('adjusted-weight', 0.6 * ideal + 0.4 * actual, 'kg')] if gt(actual, ideal) else [])


def child_weight(v):
    months = v('child-age', 'month')
    if lt(months, 12):
        return [('weight-estimate', months / 2 + 4, 'kg')]
    years = math.floor(months / 12 + CLOSE)
    return [('weight-estimate', 2 * years + 8 if years <= 5 else 3 * years + 7, 'kg')]


def maintenance(v):
    w = v('weight', 'kg')
    day = 100 * w if w <= 10 else 1000 + 50 * (w - 10) if w <= 20 else 1500 + 20 * (w - 20)
    return [('maintenance-day', day, 'mL/day'), ('maintenance-hour', day / 24, 'mL/h')]


def deficit(v):
    volume = v('weight', 'g') * v('dehydration', '%') / 100
    return [('fluid-deficit', volume, 'mL'), ('deficit-rate', volume / v('replacement-time', 'h'), 'mL/h')]


def parkland(v):
    day = 4 * v('weight', 'kg') * v('burned-area', '%')
    half, left = day / 2, 8 - v('hours-since-burn', 'h')
    results = [('parkland-day', day, 'mL'), ('parkland-first', half, 'mL')]
    if gt(left, 0.5):
        results.append(('parkland-first-rate', max(half - v('fluid-given', 'mL'), 0) / left, 'mL/h'))
    return results + [('parkland-second-rate', half / 16, 'mL/h')]


# --- kidney and chemistry ----------------------------------------------------------------------------------------

def gfr_band(value):
    # Graded as it is reported: the whole number.
    whole = math.floor(value + 0.5 + CLOSE)
    return pick(whole, 'gfr-five', (ge, 15, 'gfr-four'), (ge, 30, 'gfr-three-b'), (ge, 45, 'gfr-three-a'),
                (ge, 60, 'gfr-two'), (ge, 90, 'gfr-one'))


def ckd_epi(v):
    c = v('creatinine', 'mg/dL')
    # Table form of the equation: one line for each sex and side of κ.
    if v('sex') == 'female':
        value = 142 * (c / 0.7) ** (-0.241 if c <= 0.7 else -1.2) * 0.9938 ** v('age', 'year') * 1.012
    else:
        value = 142 * (c / 0.9) ** (-0.302 if c <= 0.9 else -1.2) * 0.9938 ** v('age', 'year')
    return [('egfr', value, 'mL/min/1.73 m²', gfr_band(value))]


def cockcroft_gault(v):
    value = (140 - v('age', 'year')) * v('weight', 'kg') / 72 / v('creatinine', 'mg/dL')
    return [('creatinine-clearance', value * (0.85 if v('sex') == 'female' else 1), 'mL/min')]


def schwartz(v):
    value = 41.3 * v('height', 'm') / v('creatinine', 'mg/dL')
    return [('egfr', value, 'mL/min/1.73 m²', gfr_band(value) if ge(v('child-age', 'month'), 24) else None)]


def anion_gap(v):
    gap = v('sodium', 'mmol/L') - v('chloride', 'mmol/L') - v('bicarbonate', 'mmol/L')
    albumin = v('albumin', 'g/L')
    results = [('anion-gap', gap, 'mmol/L')]
    return results + ([('anion-gap-corrected', gap + 0.25 * (40 - albumin), 'mmol/L')] if albumin is not None else [])


def winter(v):
    if ge(v('bicarbonate', 'mmol/L'), 22):
        raise Refused
    expected = 1.5 * v('bicarbonate', 'mmol/L') + 8
    results = [('paco2-expected', expected, 'mmHg'), ('paco2-expected-low', expected - 2, 'mmHg'),
               ('paco2-expected-high', expected + 2, 'mmHg')]
    measured = v('paco2', 'mmHg')
    if measured is not None:
        away = measured - expected
        results.append(('paco2-difference', away, 'mmHg', pick(
            away, 'paco2-below-expected', (ge, -2, 'paco2-as-expected'), (gt, 2, 'paco2-above-expected'))))
    return results


def osmolality(v):
    value = 2 * v('sodium', 'mmol/L') + v('glucose', 'mmol/L') + v('urea', 'mmol/L') + (v('ethanol', 'mmol/L') or 0)
    results = [('osmolality-calculated', value, 'mOsm/kg')]
    measured = v('osmolality-measured', 'mOsm/kg')
    if measured is not None:
        gap = measured - value
        results.append(('osmolal-gap', gap, 'mOsm/kg', 'osmolal-gap-raised' if gt(gap, 10) else 'osmolal-gap-usual'))
    return results


def corrected_sodium(v):
    hundreds = max(v('glucose', 'mg/dL') - 100, 0) / 100
    sodium = v('sodium', 'mmol/L')
    return [('sodium-katz', sodium + 1.6 * hundreds, 'mmol/L'), ('sodium-hillier', sodium + 2.4 * hundreds, 'mmol/L')]


def corrected_calcium(v):
    value = v('calcium', 'mg/dL') + 0.8 * (4 - v('albumin', 'g/dL'))
    return [('calcium-corrected', value, 'mg/dL'), ('calcium-corrected-molar', value / 4.0078, 'mmol/L')]


def water_deficit(v):
    part = {'child': 0.6, 'man': 0.6, 'woman': 0.5, 'elderly-man': 0.5, 'elderly-woman': 0.45}[v('body-water-group')]
    water = part * v('weight', 'kg')
    return [('water-deficit', water * (v('sodium', 'mmol/L') - 140) / 140, 'L')]


def fena(v):
    sodium = v('urine-sodium', 'mmol/L') / v('sodium', 'mmol/L')
    creatinine = v('urine-creatinine', 'mg/dL') / v('creatinine', 'mg/dL')
    value = 100 * sodium / creatinine
    return [('fena', value, '%', pick(value, 'fena-low', (ge, 1, 'fena-middle'), (gt, 2, 'fena-high')))]


def a_a_gradient(v):
    alveolar = v('fio2', 'fraction') * (v('barometric-pressure', 'mmHg') - 47) - 1.25 * v('paco2', 'mmHg')
    results = [('alveolar-oxygen', alveolar, 'mmHg'), ('a-a-gradient', alveolar - v('pao2', 'mmHg'), 'mmHg')]
    age = v('age', 'year')
    return results + ([('a-a-expected', 0.21 * age + 2.5, 'mmHg')] if age is not None else [])


def ldl(v):
    value = v('cholesterol', 'mg/dL') - v('hdl', 'mg/dL') - 0.2 * v('triglycerides', 'mg/dL')
    if le(value, 0):
        raise Refused
    return [('ldl', value, 'mg/dL'), ('ldl-molar', value / 38.6664, 'mmol/L')]


# --- heart and lung ----------------------------------------------------------------------------------------------

def qtc(v):
    qt, rate = v('qt', 'ms'), v('heart-rate', '/min')
    long = 460 if v('sex') == 'female' else 450
    def band(value):
        return pick(value, 'qtc-short', (gt, 390, 'qtc-normal'), (ge, long, 'qtc-long'), (gt, 500, 'qtc-dangerous'))
    values = [('qtc-bazett', qt * math.sqrt(rate / 60)), ('qtc-fridericia', qt * (rate / 60) ** (1 / 3)),
              ('qtc-framingham', qt + 154 - 154 * 60 / rate), ('qtc-hodges', qt + 1.75 * rate - 105)]
    return [(key, value, 'ms', band(value)) for key, value in values]


def mean_pressure(v):
    s, d = v('systolic', 'mmHg'), v('diastolic', 'mmHg')
    if d > s:
        raise Refused
    value = d + (s - d) / 3
    return [('map', value, 'mmHg', 'map-enough' if ge(value, 65) else 'map-low'), ('pulse-pressure', s - d, 'mmHg')]


def shock_index(v):
    value = v('pulse', '/min') / v('systolic', 'mmHg')
    return [('shock-index', value, '', 'shock-index-raised' if gt(value, 0.9) else 'shock-index-usual')]


def oxygen_ratio(v):
    value = v('pao2', 'mmHg') / v('fio2', 'fraction')
    return [('oxygen-ratio', value, 'mmHg', pick(value, 'ards-severe', (gt, 100, 'ards-moderate'), (gt, 200, 'ards-mild'),
            (gt, 300, 'ards-none')))]


# --- pregnancy ---------------------------------------------------------------------------------------------------

def dates(first_day, day):
    """From the first day of the last period, real or reckoned back."""
    weeks, days = divmod((day - first_day).days, 7)
    if (day - first_day).days < 0 or weeks > 45 or (weeks == 45 and days > 0):
        raise Refused
    band = 'before-term' if weeks < 37 else 'at-term' if weeks < 42 else 'after-term'
    return [('expected-delivery', (first_day + timedelta(weeks=40)).isoformat(), ''),
            ('gestation-total', 7 * weeks + days, 'day', band), ('gestation-weeks', weeks, 'week'), ('gestation-days', days, 'day')]


def dates_scan(v):
    age = timedelta(weeks=v('scan-weeks', 'week'), days=v('scan-days', 'day'))
    return dates(v.day('scan-day') - age, v.day('day-of-interest'))


# --- conversions -------------------------------------------------------------------------------------------------

def steroid(v):
    # As a table of potencies for each milligram of hydrocortisone.
    potency = {'hydrocortisone': 1, 'cortisone-acetate': 0.8, 'prednisolone': 4, 'prednisone': 4, 'methylprednisolone': 5,
               'triamcinolone': 5, 'dexamethasone': 80 / 3}
    return [(drug, v('dose', 'mg') * potency[v('steroid')] / power, 'mg') for drug, power in potency.items()
            if drug != v('steroid')]


def average_glucose(v):
    value = 28.7 * v('hba1c', '%') - 46.7
    return [('average-glucose', value, 'mg/dL'), ('average-glucose-molar', value / 18.0156, 'mmol/L')]


TOOLS = {
    'adrenaline-anaphylaxis': dose(0.01, 0.5, micrograms=True, least_weight=7.5),
    'adrenaline-arrest': dose(0.01, 1, micrograms=True),
    'amiodarone-arrest': dose(5, 300),
    'seizure-lorazepam': dose(0.1, 4),
    'defibrillation': shock(4),
    'cardioversion': shock(1),
    'gcs': coma('gcs-eye', 'gcs-verbal', 'gcs-motor'),
    'gcs-child': coma('gcs-eye', 'infant-verbal', 'infant-motor'),
    'news2': news2, 'qsofa': qsofa, 'sofa': sofa, 'glasgow-blatchford': blatchford, 'child-pugh': child_pugh,
    'meld': meld, 'maddrey': maddrey, 'fib-4': fib4,
    'infusion-rate': infusion_rate, 'infusion-dose': infusion_dose, 'infusion-rate-flat': infusion_flat,
    'drip-rate': drip_rate, 'dilution': dilution, 'dose-volume': dose_volume,
    'bmi': bmi, 'bsa': bsa, 'ideal-weight': ideal_weight, 'child-weight': child_weight,
    'maintenance-fluid': maintenance, 'fluid-deficit': deficit, 'parkland': parkland,
    'ckd-epi': ckd_epi, 'cockcroft-gault': cockcroft_gault, 'schwartz': schwartz, 'anion-gap': anion_gap,
    'winter': winter, 'osmolality': osmolality, 'corrected-sodium': corrected_sodium,
    'corrected-calcium': corrected_calcium, 'water-deficit': water_deficit, 'fena': fena,
    'a-a-gradient': a_a_gradient, 'ldl': ldl,
    'qtc': qtc, 'map': mean_pressure, 'shock-index': shock_index, 'oxygen-ratio': oxygen_ratio,
    'cha2ds2-vasc': cha2ds2_vasc, 'has-bled': has_bled, 'heart-score': heart_score, 'wells-dvt': wells_dvt,
    'wells-pe': wells_pe, 'perc': perc, 'curb-65': curb65,
    'apgar': apgar, 'bishop': bishop,
    'dates-lmp': lambda v: dates(v.day('last-period'), v.day('day-of-interest')),
    'dates-scan': dates_scan,
    'steroid-equivalence': steroid, 'average-glucose': average_glucose,
}
