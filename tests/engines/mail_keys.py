"""An RSA key pair made on the spot, in the forms that mail signing reads; for tests alone, for its randomness is a seed's."""

import base64
import random
from math import gcd

EXPONENT = 65537
WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)


def a_key_pair(seed: int, bits: int = 1024) -> tuple[bytes, bytes]:
    """Return a private key as PEM and its public half as DER, both PKCS #1."""
    chance = random.Random(seed)
    one, other = (_prime(chance, bits // 2) for _ in range(2))
    product, order = one * other, (one - 1) * (other - 1)
    secret = pow(EXPONENT, -1, order)
    parts = (0, product, EXPONENT, secret, one, other, secret % (one - 1), secret % (other - 1), pow(other, -1, one))
    body = base64.encodebytes(_sequence(parts))
    return b"-----BEGIN RSA PRIVATE KEY-----\n" + body + b"-----END RSA PRIVATE KEY-----\n", _sequence((product, EXPONENT))


def _prime(chance: random.Random, bits: int) -> int:
    while True:
        found = chance.getrandbits(bits) | 3 << (bits - 2) | 1
        if gcd(EXPONENT, found - 1) == 1 and all(_is_witnessed(found, base) for base in WITNESSES):
            return found


def _is_witnessed(number: int, base: int) -> bool:
    """Say whether a base speaks for a number being prime, after Miller and Rabin."""
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    power = pow(base, odd, number)
    return power in {1, number - 1} or any(pow(power, 2**step, number) == number - 1 for step in range(1, twos))


def _sequence(numbers: tuple[int, ...]) -> bytes:
    return _tagged(0x30, b"".join(_tagged(0x02, number.to_bytes(number.bit_length() // 8 + 1)) for number in numbers))


def _tagged(tag: int, content: bytes) -> bytes:
    length = len(content)
    size = bytes([length]) if length < 0x80 else bytes([0x82]) + length.to_bytes(2)
    return bytes([tag]) + size + content
