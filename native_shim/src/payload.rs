//! Where the program lies inside the executable. `molt/package/native.py` writes this, and no one else reads it:
//!
//! ```text
//! shim | zeros to a page boundary | compiled component | grants as JSON | trailer
//! trailer: u64 offset of the component, u64 its length, u64 length of the JSON,
//!          u32 CRC-32 of component and JSON, u32 version, 8 bytes "MOLTAPP\0"; little endian
//! ```

use molt_host::{Failure, Grants};

const MAGIC: &[u8; 8] = b"MOLTAPP\0";
const VERSION: u32 = 1;
const TRAILER_BYTES: usize = 40;

#[derive(Debug)]
pub struct Payload<'a> {
    pub compiled: &'a [u8],
    pub grants: Grants,
}

impl<'a> Payload<'a> {
    pub fn find(executable: &'a [u8]) -> Result<Self, Failure> {
        let damaged = || Failure::not_started("the executable is damaged or was cut short");
        let body_end = executable
            .len()
            .checked_sub(TRAILER_BYTES)
            .ok_or_else(damaged)?;
        let (body, trailer) = executable.split_at(body_end);
        if &trailer[32..] != MAGIC {
            return Err(Failure::not_started(
                "this executable holds no program; `molt build --native` makes one",
            ));
        }
        if number(&trailer[28..32]) != u64::from(VERSION) {
            return Err(Failure::not_started(
                "the program was packed for another version of this executable",
            ));
        }
        let at = |i: usize| usize::try_from(number(&trailer[i * 8..i * 8 + 8])).ok();
        let (offset, length, json_length) =
            (|| Some((at(0)?, at(1)?, at(2)?)))().ok_or_else(damaged)?;
        let payload = body.get(offset..).ok_or_else(damaged)?;
        if length.checked_add(json_length) != Some(payload.len()) {
            return Err(damaged());
        }
        if u64::from(crc32fast::hash(payload)) != number(&trailer[24..28]) {
            return Err(damaged());
        }
        let (compiled, json) = payload.split_at(length);
        let grants = serde_json::from_slice(json).map_err(|_| damaged())?;
        Ok(Payload { compiled, grants })
    }
}

fn number(little_endian: &[u8]) -> u64 {
    little_endian
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::{MAGIC, Payload, VERSION};

    fn pack(compiled: &[u8], json: &[u8]) -> Vec<u8> {
        let mut bytes = b"shim".to_vec();
        let payload = [compiled, json].concat();
        bytes.extend_from_slice(&payload);
        for n in [4, compiled.len() as u64, json.len() as u64] {
            bytes.extend_from_slice(&n.to_le_bytes());
        }
        bytes.extend_from_slice(&crc32fast::hash(&payload).to_le_bytes());
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(MAGIC);
        bytes
    }

    #[test]
    fn finds_what_was_packed() {
        let bytes = pack(b"code", br#"{"read":["."]}"#);
        let payload = Payload::find(&bytes).unwrap();
        assert_eq!(payload.compiled, b"code");
        assert_eq!(payload.grants.read, ["."]);
    }

    #[test]
    fn refuses_every_truncation_and_every_flipped_bit() {
        let whole = pack(b"code", b"{}");
        for length in 0..whole.len() {
            assert!(Payload::find(&whole[..length]).is_err(), "cut to {length}");
        }
        for bit in 4 * 8..whole.len() * 8 {
            let mut bytes = whole.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert!(Payload::find(&bytes).is_err(), "bit {bit}");
        }
    }
}
