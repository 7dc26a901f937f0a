"""The pages: what they show, what they forbid, and that nothing which was said becomes markup."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from urllib.parse import quote, unquote

import httpx
import pytest

from bot import service
from bot.store import database, repository
from tests.support.bot import Client
from tests.support.web import Visitor

BEGIN, TOLD = "帮我查一查重大专项的条件", "工业类，总投资791.37万"
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>'\"&{{ 7*7 }}"
PROMISE = "不代表立项或获批"


class Page(HTMLParser):
    """What a browser makes of a page: its text, its elements, ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.ids, self.links = "", [], [], []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append((tag, said))
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said[name] for name in ("href", "src", "action") if said.get(name)]


@pytest.fixture(scope="module")
def visitor(bot_server: Client) -> Visitor:
    made = Visitor(bot_server)
    made.turn(BEGIN)
    made.turn(TOLD)
    return made


@pytest.fixture(scope="module")
def report(bot_server: Client, visitor: Visitor) -> httpx.Response:
    return bot_server.http.get(address(visitor))


def address(visitor: Visitor) -> str:
    return path_of(visitor.history()[-1]["payload"]["report"])


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


# --- policies ---


@pytest.mark.parametrize(
    "path", ["/", "/guide", "/guide?q=x", "/report/none", "/widget.js", "/nothing", "/webhooks/web/status"]
)
def test_every_answer_forbids_what_it_does_not_need(bot_server: Client, path: str) -> None:
    headers = bot_server.http.get(path).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["base-uri"], policy["frame-ancestors"]) == ("'none'", "'none'", "'none'")
    policy.pop("require-trusted-types-for", None)
    assert set(" ".join(policy.values()).split()) <= {"'none'", "'self'", "data:"}  # no unsafe-inline, no other host
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "geolocation=()" in headers["permissions-policy"]


@pytest.mark.parametrize("path", ["/", "/guide?q=总投资", "/report/none"])
def test_pages_keep_to_their_policy_and_ask_no_other_host(bot_server: Client, path: str) -> None:
    kept_to(bot_server.http.get(path).text)


def test_the_report_keeps_to_its_policy(report: httpx.Response) -> None:
    kept_to(report.text)


def kept_to(html: str) -> None:
    page = Page(html)
    assert not [link for link in page.links if re.match(r"//|[a-z]+:", link) and link != "data:,"]
    for tag, said in page.tags:
        assert not [name for name in said if name.startswith("on") or name == "style"]
        assert tag != "style"
        assert tag != "script" or said.get("src")


# --- files ---


@pytest.mark.parametrize("path", ["/", "/guide", "/static/index.html", "/pages/report.css"])
def test_what_did_not_change_is_not_sent_again(bot_server: Client, path: str) -> None:
    first = bot_server.http.get(path)
    mark = first.headers["etag"]
    again = bot_server.http.get(path, headers={"If-None-Match": mark})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
    assert bot_server.http.get(path, headers={"If-None-Match": '"other"'}).content == first.content
    assert first.headers["cache-control"] == "no-cache"


def test_files_are_compressed_for_those_who_take_it(bot_server: Client) -> None:
    packed = bot_server.http.get("/pages/report.css", headers={"Accept-Encoding": "gzip"})
    plain = bot_server.http.get("/pages/report.css", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert packed.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize(
    "path",
    [
        "/pages/report.html",
        "/pages/..%2fweb.py",
        "/pages/none.css",
        "/static/..%2f..%2fsettings.py",
        "/static//etc/passwd",
        "/report/",
        "/report/a/b",
    ],
)
def test_nothing_but_files_for_browsers_is_served(bot_server: Client, path: str) -> None:
    assert bot_server.http.get(path).status_code == 404


# --- the guide ---


def test_the_guide_is_there_in_full_and_each_clause_has_its_anchor(bot_server: Client) -> None:
    page, guide = Page(bot_server.http.get("/guide").text), service.guide()
    for clause in guide.clauses:
        assert clause.text in page.text
        assert f"c-{clause.id}" in page.ids
    assert len(page.ids) == len(set(page.ids))
    inside = {unquote(link[1:]) for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)


def test_programs_stand_with_their_sections(bot_server: Client) -> None:
    text = bot_server.http.get("/guide").text
    for program in service.guide().programs:
        (row,) = re.findall(rf"<tr><th[^>]*><a[^>]*>{re.escape(program.name)}</a></th>(.*?)</tr>", text, re.DOTALL)
        for case in program.section.cases:
            assert case.section in row


@pytest.mark.parametrize("words", ["800万元", "自筹经费", "總投資", "上海张江 大湾区"])
def test_the_guide_is_searched_without_scripts(bot_server: Client, words: str) -> None:
    text = bot_server.http.get("/guide", params={"q": words}).text
    found = re.search(r'<ul class="found">(.*?)</ul>', text, re.DOTALL)
    assert found
    assert "<mark>" in found[1]
    assert set(re.findall(r"<mark>(.*?)</mark>", found[1])) <= {*words.split(), "总投资"}


def test_what_the_guide_does_not_hold_is_not_found(bot_server: Client) -> None:
    text = bot_server.http.get("/guide", params={"q": "qwxz"}).text
    assert "没有找到" in text
    assert "<mark>" not in text


@pytest.mark.parametrize("words", [MARKUP, "(", "[a-", "\\", "好 " * 50, "\u0000"])
def test_what_is_searched_for_stays_text(bot_server: Client, words: str) -> None:
    response = bot_server.http.get(f"/guide?q={quote(words)}")
    assert response.status_code == 200
    page = Page(response.text)
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    kept_to(response.text)


# --- the report ---


def test_the_report_says_everything_that_was_found(report: httpx.Response, visitor: Visitor) -> None:
    page, payload, guide = Page(report.text), visitor.history()[-1]["payload"], service.guide()
    assert report.status_code == 200
    for word in (payload["receipt"], service.edition().version, guide.title, PROMISE, "791.37万元"):
        assert word in page.text
    assert re.search(r"\d{4}年\d\d月\d\d日 \d\d:\d\d", page.text)
    (program,) = payload["programs"]
    for row in program["requirements"]:
        for word in (
            row["text"],
            row["clause"],
            row["quote"],
            guide.clause[row["clause"]].text,
            row.get("gap_text", ""),
        ):
            assert word in page.text
    for word in (program["name"], *program["materials"], *program["judged"], *program["possible_sections"]):
        assert word in page.text
    assert program["turns"]
    for turn in program["turns"]:
        assert turn["change"] in page.text
    assert {"不符合", "还不知道"} <= set(re.findall(r"<strong>(.*?)</strong>", report.text))


def test_the_report_is_for_nobody_else_and_is_kept_nowhere(report: httpx.Response) -> None:
    assert report.headers["cache-control"] == "no-store"
    assert report.headers["x-robots-tag"] == "noindex, nofollow"
    assert report.headers["referrer-policy"] == "no-referrer"
    assert "etag" not in report.headers
    assert "script-src" not in report.headers["content-security-policy"]


def test_the_reports_address_is_said_and_cannot_be_guessed(bot_server: Client, visitor: Visitor) -> None:
    last = visitor.history()[-1]
    secret = last["payload"]["report"].rpartition("/")[2]
    assert last["payload"]["report"] in last["text"]
    assert last["payload"]["report"].startswith(bot_server.url)
    assert len(secret) >= 22  # 128 bits, six to a character
    for guess in (secret[:-1], secret + "A", secret.swapcase(), last["payload"]["receipt"], "%25", "None", "_" * 43):
        refused = bot_server.http.get(f"/report/{guess}")
        assert refused.status_code == 404
        assert refused.headers["cache-control"] == "no-store"


def test_a_check_told_again_has_the_same_report_and_a_corrected_one_another(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn(BEGIN)
    first = visitor.turn(TOLD)["payload"]["report"]
    assert visitor.turn("现在怎么样")["payload"]["report"] == first
    assert visitor.turn("不对，总投资是700万")["payload"]["report"] != first


def test_a_check_that_is_not_finished_has_no_report(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn(BEGIN)
    payload = visitor.turn("现在怎么样")["payload"]
    assert (payload["complete"], "report" in payload) == (False, False)


@pytest.fixture
def hostile(bot_server: Client) -> Iterator[str]:
    """The address of a report on somebody whose technology is called like a script."""
    url = f"sqlite:///{bot_server.database}"
    program, secret = service.guide().program["support.high-tech"], "hostile-report-0123456789"
    with database.transaction(url) as session:
        repository.add_assessment(
            session,
            conversation="hostile",
            guide=MARKUP,
            programs=[program.id],
            figures={"technology": MARKUP},
            result=[{"id": program.id, "name": MARKUP, "verdict": "eligible"}],
            receipt="A2AA-AAAA",
            report=secret,
        )
    yield f"/report/{secret}"
    with closing(sqlite3.connect(bot_server.database, timeout=10)) as connection, connection:
        connection.execute("DELETE FROM assessments WHERE report = ?", [secret])


def test_nothing_that_was_said_becomes_markup(bot_server: Client, hostile: str) -> None:
    html = bot_server.http.get(hostile).text
    page = Page(html)
    assert MARKUP in page.text
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    kept_to(html)


def test_the_report_is_made_for_a4(bot_server: Client) -> None:
    css = bot_server.http.get("/pages/report.css").text
    assert re.search(r"@page\s*{\s*size:\s*A4", css)
    assert "@media print" in css
