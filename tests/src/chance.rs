//! Chance that repeats itself: the same seed gives the same numbers on every machine.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Even random numbers from a seed (SplitMix64), so that a failure can be repeated.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// A source of its own for each purpose: `seed` of the whole sample, `of` a complaint or a purpose.
    #[must_use]
    pub fn new(seed: u64, of: u64) -> Self {
        let mut chance = Self(seed ^ of.wrapping_mul(0xD134_2543_DE82_EF95));
        chance.draw();
        chance
    }

    /// The seed in `LOKET_SEED`, else one of the moment; printed, so that a failed test shows it.
    pub fn seeded() -> Self {
        let asked = std::env::var("LOKET_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = asked.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |age| u64::from(age.subsec_nanos()) ^ age.as_secs())
        });
        println!("LOKET_SEED={seed}");
        Self(seed)
    }

    /// 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in 0..1.
    pub fn part(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Happens with this probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.part() < probability
    }

    /// A number below `limit`, which is not zero.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.draw() % limit
    }

    /// A duration below `limit`, to the microsecond.
    pub fn moment(&mut self, limit: Duration) -> Duration {
        let limit = u64::try_from(limit.as_micros()).unwrap_or(u64::MAX).max(1);
        Duration::from_micros(self.below(limit))
    }

    /// A whole number in `0..places`; 0 for 0.
    pub fn place(&mut self, places: usize) -> usize {
        (self.part() * places as f64) as usize
    }

    /// One of them.
    ///
    /// # Panics
    /// When there is none.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.place(of.len())]
    }

    /// One of them by weight.
    ///
    /// # Panics
    /// When there is none.
    pub fn weighed<'a, T>(&mut self, of: &'a [(T, f64)]) -> &'a T {
        let mut left = self.part() * of.iter().map(|(_, weight)| weight).sum::<f64>();
        for (value, weight) in of {
            left -= weight;
            if left < 0.0 {
                return value;
            }
        }
        &of[of.len() - 1].0
    }

    /// A number of the bell curve around 0 with width 1.
    pub fn bell(&mut self) -> f64 {
        let (a, b) = (1.0 - self.part(), self.part());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }
}
