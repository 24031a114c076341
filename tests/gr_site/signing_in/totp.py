"""What a phone's app shows: RFC 6238 with SHA-1, six digits and thirty seconds."""

import base64
import hmac
import struct


def code(secret: str, at: float) -> str:
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(at) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"
