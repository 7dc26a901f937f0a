"""Which programs demand something, asked of all of them: 哪几个专项要求高企, 哪个专项要查新报告, 哪些只能企业报."""

from __future__ import annotations

import re

from bot.answers.figures_meant import of_kind, related
from bot.answers.requirements import programs_testing
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import OF_USE, SELF
from bot.guide.model import Guide
from bot.guide.search import wanting

_WHICH = re.compile(
    r"(?:哪|什么|啥)(?:[一几两]?[个些种类项]|些个?)?(?:的)?(?:专项|项目)|(?:专项|项目)[^，。]{0,4}(?:是|有|分别是?|里面?|中|当中)哪[几些一个]"
)
# 有没有不卡投资的专项, 有不限收入的吗: whether there are any that do without.
_IS_THERE_WITHOUT = re.compile(
    r"(?:有没有|有无|有(?!没有|无)|存不存在)[^，。？?]{0,3}(?:不|没有?|无需?)(?:卡|限|看|要求?|需要|用|设)?(?P<about>[^，。？?]{1,12}?)(?:门槛|要求|限制)?的?(?:专项|项目|计划)?(?:[吗么呢啊不没]|[？?。 ])*$"
)
# 除了兰白还有哪些要看高企: of all but the one that is named.
_BESIDES = re.compile(
    r"除(?:了|去|开|过)?[^，。？?]{2,14}?(?:[，, ]|以外|之外)*(?:还|别的|其[他它])[^，。？?]{0,4}(?:哪|谁|什么|啥|有没有)"
)
_DEMANDS = re.compile(
    r"要求|规定|硬性|门槛|限制|必须|须|需要|一定要|得有|要有|才能|才行|(?<![想主只])要(?!怎|如何|多少|报|申)|卡|看重|规定"
)
_ONLY = re.compile(r"(?:只|仅)(?:能|限|允许|收|支持|面向|让|准|接受)|必须(?:是|由|得?是)|限(?:定|于)|不(?:能|让|许|准)")
_DOES_NOT = re.compile(
    r"[不没](?:有|作|做)?(?:要求|需要|规定|限|卡|用|看|设|要(?!是))|没有[^，。？?]{1,8}(?:门槛|要求|限制)"
)
_NONE = re.compile(
    r"(?:没有?|不设|无|不卡|不限|不带|不要)(?:申报|申请|硬性|任何|什么|啥|别的|太多)*(?:的)?(?:条件|要求|门槛|限制)(?:[^，。]{0,4}的?(?:专项|项目)|也能报|也行)"
    r"|(?:哪|什么|啥)[个些几]*(?:专项|项目)[^，。]{0,4}(?:没有?|不设|无|不卡|不限)(?:申报|申请|硬性|任何|什么|啥)*(?:的)?(?:条件|要求|门槛|限制)"
)
_OWN = re.compile(
    r"哪[一几]?[些个项类种](?:专项|项目)?(?:是|才|还|都)?(?:单独|另外|另行|专门|额外|各自|自己)(?:地|又|还|再)?(?:写|列|提|有|设|规定|定)(?:了|过|出|着|明|的)*(?:自己的?|专门的?)?(?:申报)?(?:条件|要求|门槛|限制)"
)
_OF_WHAT = re.compile(
    r"(?:对|在|有)(?P<about>[^，。？?]{2,10}?)(?:方面|上)?(?:都?有|做了?|提了?)?(?:的)?(?:要求|规定|限制|门槛)"
)


def asks_for_none(utterance: Utterance) -> bool:
    """Whether it is asked which programs have no conditions of their own: 有没有不设申报条件的专项."""
    return bool(_NONE.search(utterance.text)) and not utterance.ids("program", "family", "figure")


def asks_for_own(utterance: Utterance) -> bool:
    """Whether it is asked which programs have conditions of their own: 科技支撑里哪几个单独写了申报要求."""
    return bool(_OWN.search(utterance.text)) and not utterance.ids("figure")


def figures_demanded(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """The figures (ids) of which it is asked which programs demand them; none where no such question is put."""
    if not _asks_which(utterance) or asks_for_none(utterance):
        return ()
    named = [*utterance.ids("figure"), *alike(guide, utterance)]
    named += [each.kind for each in utterance.of(*held_together(guide))]
    if _ONLY.search(utterance.text):
        named += [each.kind for each in utterance.mentions if each.kind in guide.figure and not named]
    found = _OF_WHAT.search(utterance.masked) or _IS_THERE_WITHOUT.search(utterance.masked)
    if not named and found:
        words = Subject(text=found["about"])
        named = [*(of_kind(guide, words) or related(guide, guide.program, found["about"]))]
    return tuple(dict.fromkeys(each for each in named if each in guide.figure and programs_testing(guide, [each])))


def material_demanded(guide: Guide, utterance: Utterance) -> bool:
    """Whether it is asked which programs want something handed in that is named, and no figure is."""
    asked = _asks_which(utterance) and not utterance.ids("figure")
    return asked and bool(wanting(guide.programs, utterance.text))


def asks_who_does_not(utterance: Utterance) -> bool:
    """Whether it is asked which programs do not demand it: 哪个专项不要求企业资质."""
    return bool(_DOES_NOT.search(utterance.text))


def alike(guide: Guide, utterance: Utterance) -> list[str]:
    """Figures that are had or not and whose names are as near to what is named as its own: 注册地 is of two."""
    named = [each.text for each in utterance.of("figure")]
    near = (figure for text in named for figure in related(guide, guide.program, text))
    return [figure for figure in near if guide.figure[figure].kind == "yes_no"]


def _asks_which(utterance: Utterance) -> bool:
    beside = _BESIDES.search(utterance.text)
    named = utterance.of("program", "family", "technology")
    other = [each for each in named if not (beside and beside.start() < each.start < beside.end())]
    which = beside or _WHICH.search(utterance.text) or _IS_THERE_WITHOUT.search(utterance.text)
    asked = which and any(each.search(utterance.text) for each in (_DEMANDS, _ONLY, _DOES_NOT, OF_USE))
    return bool(asked) and not (other or SELF.search(utterance.text))
