"""How to reach whoever writes, left out of a message that tells of something else: 公司2012年成立，电话13893112233，想报….

Nothing here needs it, and its words (电话, 联系人) would ask for the office's. A message of nothing else is left as it is.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(?:0\d{2,3}[- ]?)?\d{7,8}(?:-\d{1,4})?|[48]00-?\d{3}-?\d{4})"
_LABEL = r"(?:我们?的?|本人|公司|单位)?(?:联系|办公|固定|移动)?(?:电话|手机|座机|号码|方式|微信|[Tt][Ee][Ll]|QQ|qq)(?:号码?)?"
_WHO = r"(?:(?:联系|经办|负责)人[是:： ]*|(?:我|本人)(?:叫|姓))[\u4e00-\u9fff]{1,4}"
_ADDRESS = r"[A-Za-z0-9._+-]{2,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{2,20}){1,3}"
_ENDS = r"(?=[，,。；;！!、 \n）)]|$)"
_CONTACT = re.compile(
    rf"(?:^|(?<=[，,。；;！!？?、 \n（(]))(?:{_WHO}[，,、 ]*)?"
    rf"(?:{_LABEL}(?:是|为|[:： ])*{_NUMBER}|(?:邮箱|电子邮[箱件])?(?:是|为|[:： ])*{_ADDRESS}|1[3-9]\d{{9}}){_ENDS}[，,。；;！!、 \n]?"
)
_TELLS = re.compile("[\u4e00-\u9fff]{2}")


def without_contacts(text: str) -> str:
    """``text`` without telephone numbers and addresses of whoever writes, where it says anything else."""
    left = _CONTACT.sub("", text)
    return left if _TELLS.search(left) else text
