"""The XML of Tencent's callbacks as a flat table of texts; whatever is more than that is refused."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MOST_FIELDS = 64


class BadXml(ValueError):
    """Not the XML that Tencent sends; the text (Chinese and English) says what is wrong with it."""


def fields(body: bytes | str) -> dict[str, str]:
    """``<xml><Name>text</Name>…</xml>`` as {name: text}; what is nested has its outer names before it: ``a/b``.

    Raises BadXml: not UTF-8, not well-formed, with a document type or entities, another root, a name with two texts.
    """
    root = _parsed(body)
    if root.tag != "xml":
        raise BadXml("根元素不是 xml · the root is not xml")
    found: dict[str, str] = {}
    for child in root:
        text = child.text or ""
        if found.setdefault(child.tag, text) != text:  # in compatible mode some stand in both halves
            raise BadXml("有字段出现了两次，而且不一样 · a field occurs twice")
        found.update((f"{child.tag}/{inner.tag}", inner.text or "") for inner in child)
        if len(found) > MOST_FIELDS:
            raise BadXml("字段太多 · too many fields")
    return found


def _parsed(body: bytes | str) -> Element:
    try:
        text = body if isinstance(body, str) else body.decode("utf-8-sig")
        root: Element = fromstring(text, forbid_dtd=True)
    except UnicodeDecodeError as error:
        raise BadXml("请求正文不是 UTF-8 · the body is not UTF-8") from error
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise BadXml("请求正文不是可以读的 XML · the body is not XML that is read") from error
    return root
