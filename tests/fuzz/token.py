"""Signs in to the API and prints the token: token.py ADDRESS OFFICER PASSWORD SECRET (base32, RFC 6238)."""

import base64
import hashlib
import hmac
import json
import struct
import sys
import time
import urllib.request

address, officer, password, secret = sys.argv[1:]
count = struct.pack(">Q", int(time.time()) // 30)
digest = hmac.new(base64.b32decode(secret), count, hashlib.sha1).digest()
at = digest[-1] & 15
code = (struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000
body = json.dumps({"officer": officer, "password": password, "code": f"{code:06}"}).encode()
request = urllib.request.Request(
    f"{address}/api/v1/session", body, {"Content-Type": "application/json"}
)
with urllib.request.urlopen(request) as answer:
    print(json.load(answer)["token"])
