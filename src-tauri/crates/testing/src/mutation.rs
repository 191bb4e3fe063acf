//! Damages files as disks, networks and malice do.

use crate::Dice;

/// Numbers at which counts, sizes and offsets go wrong.
const EDGES: [u64; 12] = [
    0,
    1,
    2,
    0x7f,
    0xff,
    0xffff,
    0x7fff_ffff,
    0xffff_ffff,
    0x1_0000_0000,
    0x7fff_ffff_ffff_ffff,
    0xffff_ffff_ffff_ffe0,
    0xffff_ffff_ffff_ffff,
];

/// A copy of a file with one to four damages, most of them in its first `header` bytes.
#[must_use]
pub fn mutated(whole: &[u8], header: usize, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.below(4) {
        // What lies behind the header are weights, in which any byte is as good as another.
        let reach = if dice.below(8) == 0 {
            bytes.len()
        } else {
            header.min(bytes.len())
        };
        let at = dice.below(reach);
        damage(&mut bytes, at, dice);
    }
    bytes
}

fn damage(bytes: &mut Vec<u8>, at: usize, dice: &mut Dice) {
    match dice.below(8) {
        0 => flip(bytes, at, dice),
        1 => overwrite(bytes, at, &[dice.any().to_le_bytes()[0]]),
        2 => overwrite(bytes, at, &edge(dice).to_le_bytes()),
        3 => overwrite(bytes, at, &truncated(edge(dice))),
        4 => bytes.truncate(at),
        5 => {
            let end = bytes.len().min(at + 1 + dice.below(64));
            bytes.drain(at.min(end)..end);
        }
        6 => {
            let copied = bytes.iter().skip(at).take(1 + dice.below(64)).copied();
            let copied: Vec<u8> = copied.collect();
            bytes.splice(at..at, copied);
        }
        _ => {
            let source = dice.below(bytes.len());
            let copied = bytes.iter().skip(source).take(1 + dice.below(64)).copied();
            let copied: Vec<u8> = copied.collect();
            overwrite(bytes, at, &copied);
        }
    }
}

fn flip(bytes: &mut [u8], at: usize, dice: &mut Dice) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << dice.below(8);
    }
}

fn overwrite(bytes: &mut [u8], at: usize, with: &[u8]) {
    for (byte, new) in bytes.iter_mut().skip(at).zip(with) {
        *byte = *new;
    }
}

fn edge(dice: &mut Dice) -> u64 {
    EDGES.get(dice.below(EDGES.len())).copied().unwrap_or(0)
}

fn truncated(number: u64) -> [u8; 4] {
    let [a, b, c, d, ..] = number.to_le_bytes();
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_copy_is_damaged_and_the_same_dice_damage_the_same() {
        let whole: Vec<u8> = (0..=255).cycle().take(4096).collect();
        let copies = |seed| -> Vec<Vec<u8>> {
            let mut dice = Dice::new(seed);
            (0..200).map(|_| mutated(&whole, 1024, &mut dice)).collect()
        };
        assert_eq!(copies(7), copies(7));
        let untouched = copies(7).iter().filter(|copy| **copy == whole).count();
        assert!(untouched < 20, "{untouched} of 200 came out as they were");
    }
}
