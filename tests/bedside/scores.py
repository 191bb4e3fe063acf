"""Scores of the second implementation: each from the table of its source; see formulas.py."""

import math

from common import CLOSE, Refused, ge, gt, last_number, le, lt, pick, yes


# --- scores of the acutely ill -----------------------------------------------------------------------------------

def coma(*parts):
    def tool(v):
        if any(v(part).endswith('-nt') for part in parts):
            return []
        total = sum(last_number(v(part)) for part in parts)
        band = 'gcs-severe' if total <= 8 else 'gcs-moderate' if total <= 12 else 'gcs-mild'
        return [('gcs-total', total, '', band)]
    return tool


def news2(v):
    def table(value, *ranges):
        for low, high, points in ranges:
            if low <= value <= high:
                return points
        raise AssertionError(value)
    everything = 10 ** 9
    oxygen = v('oxygen') == 'yes'
    saturation = v('saturation', '%')
    if v('saturation-scale') == 'saturation-scale-1':
        for_saturation = table(saturation, (0, 91, 3), (92, 93, 2), (94, 95, 1), (96, 100, 0))
    elif saturation <= 92 or not oxygen:
        for_saturation = table(saturation, (0, 83, 3), (84, 85, 2), (86, 87, 1), (88, 100, 0))
    else:
        for_saturation = table(saturation, (93, 94, 1), (95, 96, 2), (97, 100, 3))
    tenths = math.floor(v('temperature', '°C') * 10 + 0.5 + CLOSE)
    total = (
        table(v('respiratory-rate', '/min'), (0, 8, 3), (9, 11, 1), (12, 20, 0), (21, 24, 2), (25, everything, 3))
        + for_saturation
        + (2 if oxygen else 0)
        + table(v('systolic', 'mmHg'), (0, 90, 3), (91, 100, 2), (101, 110, 1), (111, 219, 0), (220, everything, 3))
        + table(v('pulse', '/min'), (0, 40, 3), (41, 50, 1), (51, 90, 0), (91, 110, 1), (111, 130, 2),
                (131, everything, 3))
        + (0 if v('consciousness') == 'alert' else 3)
        + table(tenths, (0, 350, 3), (351, 360, 1), (361, 380, 0), (381, 390, 1), (391, everything, 2))
    )
    band = 'news-none' if total == 0 else 'news-low' if total < 5 else 'news-medium' if total < 7 else 'news-high'
    # The extreme row of each parameter, written out once more: scale 2 has one below and one, on oxygen, above.
    rate, systolic, pulse = v('respiratory-rate', '/min'), v('systolic', 'mmHg'), v('pulse', '/min')
    extreme = (rate <= 8 or rate >= 25 or systolic <= 90 or systolic >= 220 or pulse <= 40 or pulse >= 131
               or v('consciousness') != 'alert' or tenths <= 350
               or saturation <= (91 if v('saturation-scale') == 'saturation-scale-1' else 83)
               or (v('saturation-scale') == 'saturation-scale-2' and oxygen and saturation >= 97))
    if extreme and total < 5:
        band = 'news-low-medium'
    return [('news2', total, '', band)]


def qsofa(v):
    total = (v('respiratory-rate', '/min') >= 22) + (v('systolic', 'mmHg') <= 100) + (v('gcs-total', '') < 15)
    return [('qsofa', total, '', 'qsofa-high' if total >= 2 else 'qsofa-low')]


def sofa(v):
    ratio = v('pao2', 'mmHg') / v('fio2', 'fraction')
    if v('ventilated') == 'yes' and lt(ratio, 100):
        lung = 4
    elif v('ventilated') == 'yes' and lt(ratio, 200):
        lung = 3
    else:
        lung = 2 if lt(ratio, 300) else 1 if lt(ratio, 400) else 0
    platelets = v('platelets', '10⁹/L')
    blood = 4 if platelets < 20 else 3 if platelets < 50 else 2 if platelets < 100 else 1 if platelets < 150 else 0
    # Each unit has its own column in the published table.
    if v.unit('bilirubin') == 'µmol/L':
        b = v('bilirubin', 'µmol/L')
        liver = 4 if b > 204 else 3 if b >= 102 else 2 if b >= 33 else 1 if b >= 20 else 0
    else:
        b = v('bilirubin', 'mg/dL')
        liver = 4 if b >= 12 else 3 if b >= 6 else 2 if b >= 2 else 1 if b >= 1.2 else 0
    if v.unit('creatinine') == 'µmol/L':
        c = v('creatinine', 'µmol/L')
        kidney = 4 if c > 440 else 3 if c >= 300 else 2 if c >= 171 else 1 if c >= 110 else 0
    else:
        c = v('creatinine', 'mg/dL')
        kidney = 4 if c >= 5 else 3 if c >= 3.5 else 2 if c >= 2 else 1 if c >= 1.2 else 0
    urine = v('urine-day', 'mL')
    if urine is not None:
        kidney = max(kidney, 4 if lt(urine, 200) else 3 if lt(urine, 500) else 0)
    drugs = last_number(v('vasopressor'))
    circulation = drugs or (1 if v('mean-pressure', 'mmHg') < 70 else 0)
    g = v('gcs-total', '')
    brain = 0 if g == 15 else 1 if g >= 13 else 2 if g >= 10 else 3 if g >= 6 else 4
    return [('sofa', lung + blood + liver + kidney + circulation + brain, '')]


def blatchford(v):
    limits = (18.2, 22.4, 28, 70) if v.unit('urea') == 'mg/dL BUN' else (6.5, 8, 10, 25)
    u = v('urea', 'mg/dL BUN' if v.unit('urea') == 'mg/dL BUN' else 'mmol/L')
    points = 6 if ge(u, limits[3]) else 4 if ge(u, limits[2]) else 3 if ge(u, limits[1]) else 2 if ge(u, limits[0]) else 0
    hb = v('haemoglobin', 'g/dL')
    if v('sex') == 'male':
        points += 6 if lt(hb, 10) else 3 if lt(hb, 12) else 1 if lt(hb, 13) else 0
    else:
        points += 6 if lt(hb, 10) else 1 if lt(hb, 12) else 0
    s = v('systolic', 'mmHg')
    points += 3 if s < 90 else 2 if s < 100 else 1 if s < 110 else 0
    points += 1 if v('pulse', '/min') >= 100 else 0
    points += yes(v, 'melaena') + 2 * yes(v, 'syncope', 'liver-disease-any', 'cardiac-failure')
    return [('glasgow-blatchford', points, '', 'blatchford-very-low' if points <= 1 else 'blatchford-hospital')]


def child_pugh(v):
    if v.unit('bilirubin') == 'µmol/L':
        b = v('bilirubin', 'µmol/L')
        points = 3 if gt(b, 51) else 2 if ge(b, 34) else 1
    else:
        b = v('bilirubin', 'mg/dL')
        points = 3 if gt(b, 3) else 2 if ge(b, 2) else 1
    a = v('albumin', 'g/L')
    points += 3 if lt(a, 28) else 2 if le(a, 35) else 1
    inr = v('inr', '')
    points += 3 if gt(inr, 2.3) else 2 if ge(inr, 1.7) else 1
    points += last_number(v('ascites')) + last_number(v('encephalopathy'))
    return [('child-pugh', points, '', 'child-pugh-a' if points <= 6 else 'child-pugh-b' if points <= 9 else 'child-pugh-c')]


def meld(v):
    def clip(x, low, high):
        return low if x < low else high if x > high else x
    b = math.log(max(v('bilirubin', 'mg/dL'), 1))
    inr = math.log(max(v('inr', ''), 1))
    c = math.log(3 if v('dialysis-week') == 'yes' else clip(v('creatinine', 'mg/dL'), 1, 3))
    low_sodium = 137 - clip(v('sodium', 'mmol/L'), 125, 137)
    low_albumin = 3.5 - clip(v('albumin', 'g/dL'), 1.5, 3.5)
    score = (1.33 * (v('sex') == 'female') + 4.56 * b + 0.82 * low_sodium - 0.24 * low_sodium * b + 9.09 * inr
             + 11.14 * c + 1.85 * low_albumin - 1.83 * low_albumin * c + 6)
    return [('~meld-unrounded', score, ''), ('meld', min(max(math.floor(score + 0.5 + CLOSE), 6), 40), '')]


def maddrey(v):
    value = 4.6 * (v('prothrombin-time', 's') - v('prothrombin-control', 's')) + v('bilirubin', 'mg/dL')
    return [('maddrey', value, '', 'maddrey-severe' if ge(value, 32) else 'maddrey-below')]


def fib4(v):
    value = v('age', 'year') * v('ast', 'U/L') / v('platelets', '10⁹/L') / math.sqrt(v('alt', 'U/L'))
    if v('liver-disease-cause') != 'hepatitis-c':
        return [('fib-4', value, '', None)]
    return [('fib-4', value, '', pick(value, 'fibrosis-unlikely', (ge, 1.45, 'fibrosis-open'), (gt, 3.25, 'fibrosis-likely')))]


# --- heart and lung --------------------------------------------------------------------------------------------

def cha2ds2_vasc(v):
    age = v('age', 'year')
    va = yes(v, 'heart-failure', 'hypertension', 'diabetes', 'vascular-disease') + 2 * yes(v, 'stroke-tia-embolism')
    va += (age >= 65) + (age >= 75)
    woman = int(v('sex') == 'female')
    def band(points):
        return 'af-low' if points <= 0 else 'af-consider' if points == 1 else 'af-recommended'
    # The sex counts only beside another risk: its point shifts the limits by one.
    return [('cha2ds2-vasc', va + woman, '', band(va)), ('cha2ds2-va', va, '', band(va))]


def has_bled(v):
    total = yes(v, 'hypertension-uncontrolled', 'renal-disease', 'liver-disease', 'stroke-history', 'bleeding-history',
                'labile-inr', 'older-than-65', 'bleeding-drugs', 'alcohol-excess')
    return [('has-bled', total, '', 'has-bled-low' if total == 0 else 'has-bled-moderate' if total <= 2 else 'has-bled-high')]


def heart_score(v):
    age = v('age', 'year')
    total = sum(last_number(v(f'heart-{part}')) for part in ('history', 'ecg', 'risk', 'troponin'))
    total += 0 if age < 45 else 1 if age < 65 else 2
    return [('heart-score', total, '', 'heart-low' if total <= 3 else 'heart-moderate' if total <= 6 else 'heart-high')]


def wells_dvt(v):
    total = yes(v, 'cancer-active', 'leg-paralysis-cast', 'bedridden-surgery', 'deep-vein-tenderness', 'whole-leg-swollen',
                'calf-swelling', 'pitting-oedema', 'collateral-veins', 'previous-dvt') - 2 * yes(v, 'alternative-as-likely')
    return [('wells-dvt', total, '', 'dvt-likely' if total >= 2 else 'dvt-unlikely')]


def wells_pe(v):
    total = (3 * yes(v, 'dvt-signs', 'pe-likeliest') + 1.5 * yes(v, 'pulse-above-100', 'immobile-surgery', 'previous-vte')
             + yes(v, 'haemoptysis', 'malignancy'))
    return [('wells-pe', total, '', 'pe-likely' if total > 4 else 'pe-unlikely')]


def perc(v):
    # Each criterion is one that has to be met; the saturation is met by 95 % or more without oxygen, and by nothing else.
    saturation = v('saturation-room-air', '%')
    if v('oxygen') == 'no' and saturation is None:
        raise Refused
    saturated = v('oxygen') == 'no' and saturation >= 95
    total = (v('age', 'year') >= 50) + (v('pulse', '/min') >= 100) + (not saturated) + yes(
        v, 'haemoptysis', 'oestrogen', 'previous-vte', 'one-leg-swollen', 'recent-surgery-trauma')
    return [('perc', total, '', 'perc-positive' if total else 'perc-negative')]


def curb65(v):
    if v('diastolic', 'mmHg') > v('systolic', 'mmHg'):
        raise Refused
    urea = gt(v('urea', 'mg/dL BUN'), 19) if v.unit('urea') == 'mg/dL BUN' else gt(v('urea', 'mmol/L'), 7)
    total = (yes(v, 'confusion-new') + urea + (v('respiratory-rate', '/min') >= 30)
             + (v('systolic', 'mmHg') < 90 or v('diastolic', 'mmHg') <= 60) + (v('age', 'year') >= 65))
    return [('curb-65', total, '', 'curb-low' if total <= 1 else 'curb-moderate' if total == 2 else 'curb-high')]


# --- pregnancy and newborn ---------------------------------------------------------------------------------------------------

def apgar(v):
    total = sum(last_number(v(f'apgar-{sign}')) for sign in ('colour', 'pulse', 'grimace', 'tone', 'breathing'))
    return [('apgar', total, '', 'apgar-low' if total <= 3 else 'apgar-middle' if total <= 6 else 'apgar-good')]


def bishop(v):
    total = sum(last_number(v(part)) for part in
                ('cervix-dilation', 'cervix-effacement', 'fetal-station', 'cervix-consistency', 'cervix-position'))
    return [('bishop', total, '', 'bishop-unripe' if total <= 6 else 'bishop-between' if total <= 8 else 'bishop-ripe')]
