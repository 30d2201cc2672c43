"""Requests as an attacker writes them, to a preview that runs."""

import pytest

from jmap.preview.app import page_policy
from tests.unit.preview.running import Running

SEALED = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@pytest.mark.parametrize(("path", "kind", "ancestors"), [
    ("", "text/html; charset=utf-8", "'none'"),
    ("map/a", "text/html; charset=utf-8", "'none'"),
    ("page/a", "text/html; charset=utf-8", "'self'"),
    ("picture/a", "image/svg+xml", ""),
])  # fmt: skip
def test_every_answer_is_sealed(preview: Running, path: str, kind: str, ancestors: str) -> None:
    answer = preview.ask(preview.base + path)

    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers.items() >= SEALED.items()
    assert ("frame-ancestors " + ancestors) * bool(ancestors) in answer.headers[
        "content-security-policy"
    ]
    assert not {name for name in answer.headers if name.startswith("access-control")}
    assert "server" not in answer.headers


def test_localhost_is_this_machine(preview: Running) -> None:
    assert preview.ask(preview.base, host=f"localhost:{preview.port}").status == 200


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:{port}", "127.0.0.1.nip.io:{port}", "localhost", "127.0.0.1",
    "127.0.0.1:1", "[::1]:{port}", "0.0.0.0:{port}", "127.1:{port}", "2130706433:{port}",
    "localhost.:{port}", "a@127.0.0.1:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}, evil.example",
])  # fmt: skip
def test_a_name_of_somebody_else_is_not_heard(preview: Running, host: str) -> None:
    answer = preview.ask(preview.base, host=host.format(port=preview.port))

    assert (answer.status, answer.body) == (404, b"")
    assert answer.headers.items() >= SEALED.items()


@pytest.mark.parametrize("head", [
    "GET {base} HTTP/1.1\r\n\r\n",
    "GET {base} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n",
    "GET {base} HTTP/1.0\r\n\r\n",
    "GET {base} HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n",
    "GET {base} HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n",
    "GET http://{host}{base} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
    "GET http://evil.example{base} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
    "GET //{base} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
    "GET {base}\0 HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "GET {base}\r\n\r\n",
    "\x16\x03\x01\x02\x00\x01\r\n\r\n",
    "CONNECT {host} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
    "GET {base} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "GET {base} HTTP/1.1\r\nHost: {host}\r\n X: folded\r\nbad header\r\n\r\n",
])  # fmt: skip
def test_a_request_of_an_odd_form_is_turned_away(preview: Running, head: str) -> None:
    host = f"127.0.0.1:{preview.port}"
    answer = preview.send(head.format(base=preview.base, host=host).encode())

    assert answer.split(b" ", 2)[1] in (b"400", b"404", b"405")
    assert b"refund" not in answer


@pytest.mark.parametrize("origin", [
    "null", "http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1", "file://",
    "http://127.0.0.1:1", "http://localhost:{port}", "http://127.0.0.1:{port}.evil.example", "",
])  # fmt: skip
def test_another_origin_is_not_heard(preview: Running, origin: str) -> None:
    sent = f"Origin: {origin.format(port=preview.port)}"

    for path in ("", "page/a", "picture/a", "events"):
        answer = preview.ask(preview.base + path, sent)
        assert (answer.status, answer.body) == (404, b"")


def test_its_own_origin_is_heard(preview: Running) -> None:
    own = f"Origin: http://127.0.0.1:{preview.port}"

    assert preview.ask(preview.base, own).status == 200
    assert preview.ask(preview.base, own, "Origin: null").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"])
def test_only_reading_is_allowed(preview: Running, method: str) -> None:
    for target in (preview.base, f"{preview.base}page/a", "/"):
        answer = preview.ask(target, "Content-Length: 0", method=method)
        assert (answer.status, answer.body) == (405, b"")


def test_a_head_request_has_no_body(preview: Running) -> None:
    for path in ("", "page/a", "picture/a", "events"):
        answer = preview.ask(preview.base + path, method="HEAD")
        assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize("path", [
    "/", "/t/", "/t", "/favicon.ico", "/page/a", "/events", "/t/x/", "/t/{word}", "/t/{word}x/",
    "/t/{other}/", "/T/{word}/", "/t//{word}/", "{base}nothing", "{base}page/",
    "{base}page/nothing",
    "{base}map/", "{base}map/nothing", "{base}page/a/", "{base}page/a/b", "{base}events/",
    "{base}page/..%2fsecret.txt", "{base}page/..%2f..%2f..%2fetc%2fpasswd", "{base}../secret.txt",
    "{base}%2e%2e/secret.txt", "{base}page/..%5csecret.txt", "{base}secret.txt", "{base}a.jmap",
    "{base}page/a%00", "{base}page/%ff", "{base}page//a", "{base}./page/a", "/etc/passwd",
    "/../../etc/passwd", "{base}templates/shell.html", "{base}page/a.jmap", "{base}page/a;x",
])  # fmt: skip
def test_what_is_not_there_says_nothing(preview: Running, path: str) -> None:
    word = preview.base.split("/")[2]
    other = word[:-1] + ("A" if word[-1] != "A" else "B")
    answer = preview.ask(path.format(base=preview.base, word=word, other=other))

    assert (answer.status, answer.body) == (404, b"")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers.items() >= SEALED.items()


def test_long_headers_are_refused(preview: Running) -> None:
    for header in (f"X: {'x' * 9000}", "\r\n".join(f"X{at}: {'x' * 90}" for at in range(99))):
        assert preview.ask(preview.base, header).status in (400, 431)
    assert preview.ask(f"{preview.base}?{'x' * 9000}").status in (400, 431)
    assert preview.ask(preview.base, f"X: {'x' * 900}").status == 200


def test_a_query_changes_nothing(preview: Running) -> None:
    assert (
        preview.ask(f"{preview.base}page/a?owner=x").body
        == preview.ask(f"{preview.base}page/a").body
    )


def test_no_upgrade_to_a_socket(preview: Running) -> None:
    answer = preview.ask(
        preview.base + "events", "Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZQ==",
        "Sec-WebSocket-Version: 13", method="HEAD",
    )  # fmt: skip

    assert answer.status == 200


def test_a_page_that_says_nothing_may_do_nothing() -> None:
    assert page_policy(b"<html>") == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


def test_a_page_may_do_what_it_says(preview: Running) -> None:
    allowed = preview.ask(f"{preview.base}page/a").headers["content-security-policy"]

    assert allowed.startswith("default-src 'none'")
    assert "&" not in allowed
    assert "'unsafe-inline'" not in allowed.partition("script-src")[2].partition(";")[0]
