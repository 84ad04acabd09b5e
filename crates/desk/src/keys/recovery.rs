//! The recovery key: a 128-bit seed on paper, written as 48 digits in eight blocks.
//!
//! A block is 16 bits as five digits and a check digit (Damm's algorithm, started with the number of the block), so one
//! wrong digit, two that changed places, and two blocks that changed places are found while they are typed. The seed
//! makes an X25519 identity, to which every copy's data key is wrapped, and an Ed25519 key for later acts of recovery.

use super::{DataKey, random_bytes};
use crate::error::{Error, Result};
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

const BLOCKS: usize = 8;
const BLOCK_DIGITS: usize = 6;
const AGE_PREFIX: bech32::Hrp = bech32::Hrp::parse_unchecked("age-secret-key-");

/// Public halves; they lie open in `kunci.json`.
#[derive(Clone, Serialize, Deserialize)]
pub struct RecoveryPublic {
    /// age recipient (X25519).
    pub age: String,
    /// Ed25519 public key, hexadecimal.
    pub ed25519: String,
}

/// The private recovery key; it is shown once and never stored.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey([u8; 16]);

impl RecoveryKey {
    /// A new random key.
    #[must_use]
    pub fn random() -> Self {
        Self(random_bytes())
    }

    /// Eight blocks of six digits.
    #[must_use]
    pub fn blocks(&self) -> Vec<String> {
        let pairs = self.0.chunks_exact(2).enumerate();
        pairs
            .map(|(i, pair)| {
                let five = format!("{:05}", u16::from_be_bytes([pair[0], pair[1]]));
                format!("{five}{}", check_digit(i, &five))
            })
            .collect()
    }

    /// Reads 48 digits; spaces and hyphens do not count.
    ///
    /// # Errors
    /// [`Error::KeyWrong`] when digits lack or a check digit does not fit.
    pub fn parse(text: &str) -> Result<Self> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '\n' | '\t')).collect();
        if digits.len() != BLOCKS * BLOCK_DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Error::KeyWrong);
        }
        let mut seed = [0; 16];
        for (i, slot) in seed.chunks_exact_mut(2).enumerate() {
            let block = &digits[i * BLOCK_DIGITS..(i + 1) * BLOCK_DIGITS];
            if !block_fits(i, block) {
                return Err(Error::KeyWrong);
            }
            let value: u16 = block[..5].parse().map_err(|_| Error::KeyWrong)?;
            slot.copy_from_slice(&value.to_be_bytes());
        }
        Ok(Self(seed))
    }

    /// Public halves.
    ///
    /// # Errors
    /// [`Error::KeyWrong`], which no seed causes.
    pub fn public(&self) -> Result<RecoveryPublic> {
        let ed25519 = SigningKey::from_bytes(&blake3::derive_key("loket-aduan recovery ed25519 v1", &self.0));
        Ok(RecoveryPublic {
            age: self.identity()?.to_public().to_string(),
            ed25519: hex::encode(ed25519.verifying_key().as_bytes()),
        })
    }

    /// Opens a data key that was wrapped to this key.
    ///
    /// # Errors
    /// [`Error::KeyWrong`] when it was wrapped to another.
    pub fn unwrap_data_key(&self, wrapped: &str) -> Result<DataKey> {
        let armored = age::armor::ArmoredReader::new(wrapped.as_bytes());
        let mut sealed = Vec::new();
        std::io::copy(&mut { armored }, &mut sealed).map_err(|_| Error::KeyWrong)?;
        let mut bytes = age::decrypt(&self.identity()?, &sealed).map_err(|_| Error::KeyWrong)?;
        let key = DataKey::from_bytes(&bytes);
        bytes.zeroize();
        key
    }

    fn identity(&self) -> Result<age::x25519::Identity> {
        let mut secret = blake3::derive_key("loket-aduan recovery x25519 v1", &self.0);
        let mut text = bech32::encode::<bech32::Bech32>(AGE_PREFIX, &secret).map_err(|_| Error::KeyWrong)?;
        secret.zeroize();
        let identity = text.to_uppercase().parse().map_err(|_| Error::KeyWrong);
        text.zeroize();
        identity
    }
}

/// Wraps a data key to the public half.
///
/// # Errors
/// [`Error::KeyWrong`] when the public half is damaged.
pub fn wrap_data_key(public: &RecoveryPublic, key: &DataKey) -> Result<String> {
    let recipient: age::x25519::Recipient = public.age.parse().map_err(|_| Error::KeyWrong)?;
    age::encrypt_and_armor(&recipient, key.bytes()).map_err(|_| Error::KeyWrong)
}

/// Does block `index` (from 0) of six digits carry the right check digit and a value of 16 bits?
#[must_use]
pub fn block_fits(index: usize, block: &str) -> bool {
    let Some((five, check)) = block.split_at_checked(BLOCK_DIGITS - 1) else {
        return false;
    };
    five.len() == 5 && check == check_digit(index, five).to_string() && five.parse::<u16>().is_ok()
}

/// Damm's quasigroup of order 10: finds every single wrong digit and every swap of neighbours.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

fn check_digit(index: usize, five: &str) -> u8 {
    let start = u8::try_from(index % 10).unwrap_or(0);
    five.bytes().fold(start, |interim, digit| DAMM[usize::from(interim)][usize::from(digit.wrapping_sub(b'0') % 10)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_key_on_paper_opens_what_was_wrapped_to_it_and_no_other() {
        let (key, other, data) = (RecoveryKey::random(), RecoveryKey::random(), DataKey::random());
        let wrapped = wrap_data_key(&key.public().expect("public"), &data).expect("wrap");
        let typed = RecoveryKey::parse(&key.blocks().join(" ")).expect("typed");
        assert_eq!(typed.unwrap_data_key(&wrapped).expect("open").bytes(), data.bytes());
        assert!(matches!(other.unwrap_data_key(&wrapped), Err(Error::KeyWrong)));
        assert!(matches!(key.unwrap_data_key("rusak"), Err(Error::KeyWrong)));
    }

    proptest! {
        #[test]
        fn every_seed_is_written_and_read_back(seed in any::<[u8; 16]>()) {
            let key = RecoveryKey(seed);
            prop_assert_eq!(key.blocks().concat().len(), 48);
            prop_assert_eq!(RecoveryKey::parse(&key.blocks().join("-")).expect("parse").0, seed);
        }

        #[test]
        fn one_wrong_digit_is_found(seed in any::<[u8; 16]>(), at in 0usize..48, add in 1u8..10) {
            let mut digits = RecoveryKey(seed).blocks().concat().into_bytes();
            digits[at] = (digits[at] - b'0' + add) % 10 + b'0';
            prop_assert!(RecoveryKey::parse(std::str::from_utf8(&digits).expect("digits")).is_err());
        }

        #[test]
        fn swapped_neighbours_are_found(seed in any::<[u8; 16]>(), block in 0usize..8, at in 0usize..5) {
            let mut blocks = RecoveryKey(seed).blocks();
            let mut digits = blocks[block].clone().into_bytes();
            prop_assume!(digits[at] != digits[at + 1]);
            digits.swap(at, at + 1);
            blocks[block] = String::from_utf8(digits).expect("digits");
            prop_assert!(RecoveryKey::parse(&blocks.concat()).is_err());
        }

        #[test]
        fn swapped_blocks_are_found(seed in any::<[u8; 16]>(), a in 0usize..8, b in 0usize..8) {
            let mut blocks = RecoveryKey(seed).blocks();
            prop_assume!(blocks[a] != blocks[b] && blocks[a][..5] != blocks[b][..5] && a != b);
            blocks.swap(a, b);
            prop_assert!(RecoveryKey::parse(&blocks.concat()).is_err());
        }
    }
}
