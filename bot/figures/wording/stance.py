"""How a clause is meant: stated, asked, supposed, corrected, planned, not known.

Everything here looks at the words of one clause, a part of a message between two commas or stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.figures.wording.slips import DIGIT, FORGOT
from bot.figures.wording.under_way import OBJECTS, UNDER_WAY

# Who speaks, as holder of something: 归所里 is one's own, 归对方 is not. A 学校 may be either, and is left to be told.
OWN_HOUSE = "我|咱|本|自己|公司|单位|学校|企业|[所厂院校社店]里|[校院厂所]方"
# 不对我们是公司 has no comma where one belongs.
# 项目在兰州做、转化也在兰州 joins two statements. 省级平台√经费× has none after a tick, 我们出300万财政能给多少 none before what the number is set against; who speaks and does
# not write has none before 然后, none behind 我想问一下 and none between a number and what is asked of it (卖了两千万这个够不够).
# A heading ends before who speaks: 院企合作转化：我们是企业.
_STOP = re.compile(
    r"(?:[，；。！？\n]|(?<=[做搞干建了])、(?=[^，。、；]{1,6}也(?:在|是|有|不|没|能))|[;!?,](?!\d)|(?<!\d)[;!?,]|,(?!\d{3}(?!\d))|(?<=不对)(?=我们?|咱|本公司|本单位)|(?<=[\u4e00-\u9fff][√×])(?=[\u4e00-\u9fff])"
    r"|(?<=[:：])(?=[ ]?(?:我们?|咱们?|本(?:公司|单位|企业|院|所|校))[^，。；：]{0,4}[是有在没做搞要想准属打])"
    # 在职60人研发25人 tells of two counts, a 25人研发团队 of one.
    r"|(?<=[\d一二两三四五六七八九十百千][人名个])(?=(?:其中|里面|里头)?(?:[搞做干]|从事)?(?:研发|科研|技术|开发)(?:人员|的|岗)?(?:有|占|是|就|才)?[\d一二两三四五六七八九十百])"
    r"|(?<=[\u4e00-\u9fff\d])(?=然后)|(?<=[问询]一下)(?=(?:就是)?(?:我们?|咱们?|公司|单位|学校))|(?<=[\d一二两三四五六七八九十百千]万)(?=[这那](?![样么年月些条项道档关的]))"
    r"|(?<=[\d一二两三四五六七八九十百千]万)(?=(?:的?钱)?(?:财政|政府|市里|自筹|自己|我们|企业|公司)[^，。；万亿\d]{0,8}多少))"
)
# 我们没有研发机构能报吗 lacks the comma before what is asked of the lack; without 我们 it is asked of anybody.
_LACK = re.compile(
    r"[^，。有]{0,4}?(?:我们?|咱们?|[我本][司厂校院所]|公司|单位|学校|[院所厂]里)[^，。有]{0,4}?(?<!有)(?:没有?|缺|尚无|不具备|不在)(?![能可])[^，。；？?吗么呢哪啥谁几]{2,14}?"
    r"(?=(?:还|也|照样|到底|究竟|那)?(?:能不能|可不可以|是否可以|能否|可否|能|可以)(?:继续|照样)?(?:申?报|申请|参加|牵头)(?!的)[^，。；]{0,16}(?:[吗么不嘛]|[?？]|$))"
)
_A_NOT_A = r"(?P<v>[\u4e00-\u9fff]{1,2})不(?P=v)|(?P<u>[\u4e00-\u9fff]{1,2})还是[不没](?P=u)|(?P<w>(?![没一阵])[\u4e00-\u9fff]{1,2})了?没有?(?P=w)"
_OPEN_CHOICE = re.compile(_A_NOT_A)
_OPEN_END = re.compile(r"(?<=[\u4e00-\u9fff])[行够能成中对是过]不(?=[ ~～。.!！?？]*$)")  # 换成成都的还行不
# 符合不, 能报几个不, 够没; not 我们不, 当然不
_ENDS_IN_NOT = r"(?<=[\u4e00-\u9fff])(?<![也都绝从还然定并决就偏可们我他您你说本毫全概，])不[ ~～。.!！?？]{0,3}$|(?<=[够齐])没[ ~～。.!！?？]{0,3}$"
_QUESTION = re.compile(
    rf"{_A_NOT_A}|"
    r"[?？]|[吗么][ ~～。.!！]{0,3}$|[完好了]没有?[ ~～。.!！]{0,3}$|(?<![没还])有(?![的无没时点些是])[^，。有没的]{2,6}没有?[ ~～。.!！]{0,3}$|(?<!不[出了到])多少|(?<!没有)(?<!没)(?<!无)(?:什么|啥)(?![^，。]{0,6}[都也])|不明白|[没看听]?不懂|没听懂|哪|(?<!没[跟和与找同])(?<!没有[跟和与找同])谁|(?<!不)怎么(?!着?[也都])|(?<!不)咋|如何|是否|能否|可否"
    # 归规划科还是区域科: one of two is asked for
    r"|(?:归|属于?|找|交到?|报到?|[递送]到?)[^，。；是]{1,12}还是(?![^，。；]{0,3}[改换])[^，。；吧]{1,12}[呢啊呀 ]{0,2}$"
    # 算大湾区不算
    r"|(?P<x>[算是能够属])[^，。；不]{1,8}不(?P=x)[呢啊呀 ]{0,2}$"
    # 是只算我们的还是合作方的也算
    r"|(?<![管论])是(?:只|光|仅|单)?(?:算|按|看|以|指)[^，。；]{1,10}还是"
    rf"|{_ENDS_IN_NOT}"
    # 够呢 asks what then, 没签呢 and 还早呢 tell
    r"|(?<![有没在是对着])(?<!没签)(?<![有是在够能对]的)(?<!没批)(?<!没办)(?<!没建)(?<!没定)(?<!没到)呢[ ~～。.!！]{0,3}$"
    r"|有没有|多[大久长]|请问|想问|问一?下|为何|(?:要|需|得|至少|最少)[^，。]{0,4}几[个家位名人]|(?<![十百千好上有没他它余这那])(?<!(?<!还)剩下)(?<!就是)(?<!只是)(?<!就)(?<!才)几(?:个(?!亿)|家(?!一起|一块|联合|合作|合着|共同)|项|次|种|点|号|天)"
    r"|就(?:不行|不能|不符合|不够|不算|没戏|报不了|能报|可以|行|够|符合|达标)[^，。]{0,4}吧[ ~～。.!！]{0,3}$"
)
# 还没正式启动呢, 正打官司呢, 还早着呢 tell how it stands; 那还没启动呢 and 没有研发机构呢 ask.
_GOING_ON = re.compile(
    r"(?<!那)(?:(?:还|尚)[没未]有?|还[在早]|正在|正(?![式好常确规面巧])|(?<![\u4e00-\u9fff])在(?=[走谈办申评审签建批弄等打])|[\u4e00-\u9fff]着|打官司|扯皮|闹纠纷)[^，。；?？吗么哪谁啥什怎咋几多]{0,8}(?<!的)呢(?=[ ~～。.!！，,；;]{0,3}$)"
)
_NO_AND_NO = re.compile("(?:没有){2,}(?![吗么])")  # 没有没有 is no 有没有
# What others say is told of nobody: 听说自筹1:1就行.
_HEARSAY = re.compile(
    r"听说|据说|听人|传言|传闻|网上|(?:有人|别人|同行|人家|朋友|大家|他们)(?:都|也|跟我|告诉我)*[说讲]|(?<![\u4e00-\u9fff])说是|都说是|说是[要得需]|好像要求"
    # 不是说有运行经费保障吗, 不是要求有研发机构么: the rule, as it was understood; 不是说了我们有吗 reminds of one's own
    r"|不是(?:都|也|还|前面|刚才|上面|[你您]们?|指南里?|文件里?|[ ])*(?:[说讲写](?![了过]|我|咱)|要求|规定|必须|需要|得有|要有)[^，。；我咱]*[吗么嘛][ ~～。.!！?？，,；;]*$"
)
_TOPIC = re.compile(
    r"(?<!满足)(?<!够)需要|(?<!满足)要求|必须(?![的滴哒有][的啊呀哈嘞]*[ ，,。！!~～]*$)|应当|得有|要有|规定|(?<!提供)(?<!具备)条件(?!很?[好足]|良好|不错|具备)|须|了解|请问|想问|关于|介绍|说说|讲讲|包括|是指|指的|解释"
)
_SUPPOSED = re.compile(
    r"如果|假如|假设|假使|倘若|若(?!干)|(?<![主需只还定须也都得])要是(?!求)|万一|(?:\d|[有是没高低加减改到万人番倍半成])[^，。]{0,12}的话|牵头的话[，, ]*(?:就|那|是|也|应该|可以|都)*(?:按照?|算)[^，。哪谁什怎]{1,8}(?:[呢吗算啊吧]|$)|(?:提高|增加|加|升|涨|降|减|补|追加|扩大|调)到(?![^，。]{1,10}了[，,。；;](?!(?:那|是不是|是否|会不会)*就)).{0,20}(?:呢|吗|[?？]|会|怎|行|能|可|够(?:不够|了吧|吧))"
    r"|(?:改|变|换)(?:成|为|回)[^。；;]{0,20}(?:[。；;](?:那么?|这样?)?)?(?:呢|吗|[?？]|会|怎|行|能|可)"
    r"|(?:再|(?<![最至不])多|(?<![最至多])少)(?:加|投|申请|申报|出|拿|掏|筹|凑|垫|补|招|要)[^，。]{0,4}[\d一二两三四五六七八九十百千万][^，。]{0,10}(?:呢|吗|[?？]|够|行|能|可以|就)"
    r"|(?:追加|增加|增资)[^，。到至]{0,3}[\d一二两三四五六七八九十百千万][^，。]{0,6}(?:呢|会怎|怎么?样|如何)|^那[^，。]{1,8}了(?:以后|之后)?呢"
    # 按社会发展类算呢
    r"|(?:^|[，,。；;！!])那?(?:按照?|算(?:[成作]|(?=[^，。]{1,8}类))|归[到为入]|划[到归入]|当[成作])[^，。\d]{2,10}呢[。？?！! ]*$"
    # 那下个月把监督委员会建起来，是不是就行了
    r"|^(?![^，。]{0,6}已)[^，。]{0,6}?(?:下个?[月周]|明年|年底|月底|年内|回头|赶紧|抓紧|尽快|马上)[^，。]{2,20}?(?:[起上下]来|[好完成全上]|到位|齐)了?[，, ]?(?:是不是|是否|会不会)就(?:行|可以|能|够|符合|达标|没问题)"
    # 那把监督机构都建起来是不是就行了
    r"|^(?:那么?|要是|如果|我们?|咱们?|[，, ])*[把将][^，。]{2,18}?(?:[建补设配办签凑弄搞]|成立)(?:起来|齐|上|好|全|到位|完)了?[，, ]?(?:是不是|是否|会不会)?就(?:行|可以|能|够|符合|达标|没问题)"
    # 监督的和咨询的都补上的话就能报了吧
    r"|(?:补|配|建|设|签|办|批|评|拿|招|搬|迁|凑|成立|注册|启动|落实|组建|搭)(?:[好完成上下齐全到]|起来|下来|进来|过来)+了?的话"
    # 像你说的公司注册好了，其他还差啥
    r"|^那?(?:就|要)?[像照按]照?[你您]说的[^，。]{2,14}[好完成上下齐全到来]了"
    r"|^(?:那|等)[^，。有没已]{2,12}(?:[好完成下上]|下来|起来)了(?:以后|之后)?[，, ]+(?:其[他它余]|别的|剩下)?的?还(?:[差缺要]|需要?)[^，。]{0,4}(?:啥|什么|哪|几)"
    # 以学校的名义报呢, 挂到学校名下行吗
    r"|(?:以|用|借)[^，。]{1,14}名义(?:来|去)?(?:申?报|申请|牵头)[^，。]{0,6}(?:[呢吗么?？行]|可以|能)|^(?:那么?|要是|如果|假如|把|项目|课题|我们?|咱们?|也|就|[，, ])*挂(?:在|到|靠)?[^，。]{1,14}名下[^，。]{0,8}(?:[呢吗么?？行]|可以|能)"
    # 那启动了是不是就行了
    r"|^那?(?:要|等)?[^，。有是]{1,8}了(?:以后|之后|的话)?[，, ]?(?:是不是|是否|会不会)?就(?:行|可以|能|够|符合|达标|没问题)[^，。]{0,4}[?？吗么]|^(?!已|我们?已|公司已)那?(?:我们)?(?!已)[^，。有]{1,8}了(?:以后|之后)?[，, ]?(?:是不是|是否)就(?:行|可以|能|够|符合|达标|没问题)"
    # 自筹是374万元呢, 那自筹提到900万呢; 我们有30人呢 only stresses what is.
    # 一共40个人，搞研发的13个呢
    r"|^(?![^，。]{0,6}(?:为什|为啥|为何|凭[什啥]|干[嘛吗什啥]|怎么|咋|何))(?:[^，。；有]{0,10}?[\d一二两三四五六七八九十][^，。；有\d]{0,4}[，,])?(?:那|[^，。有]{2,10}?(?:是|为|到|成)|[^，。有\d]{2,8})[^，。有]{0,6}?[\d一二两三四五六七八九十][^，。有]{0,9}(?:[万亿元块人个名%\d]|成|倍|比[一二两三四五六七八九])呢[。？?！! ]*$"
    # 总投资翻倍呢, 财政减半呢
    r"|^(?![^，。]{0,6}(?:为什|为啥|为何|凭[什啥]|干[嘛吗什啥]|怎么|咋|何))[^，。]{1,12}(?:翻(?:了|上)?[一二两三四五六七八九\d个]?[番倍]|加倍|减半|对半砍|打[一二三四五六七八九对]五?折|(?:[增加减砍]|涨|降|提高|下降|减少|增加)了?一半)(?:的话)?呢[。？?！! ]*$"
)
_CORRECTED = re.compile(
    r"(?:[报答选点看按]错|[说写弄搞打填记报]反|(?:弄|搞|说|记|填)(?:混|串|颠倒))了|"
    rf"{DIGIT}|"
    r"不对|^(?:等等|等一?下|慢着|且慢)[，, ]+(?=[^，。]{0,8}(?:有|是|没|不)|[\d一二两三四五六七八九十百千])|^不[，, ]+(?:应该)?是|^不是(?:的|啊|哦)?[，, ]+(?:应该)?是?(?=\d|[一二两三四五六七八九十百千]{2})|^(?:其实|实际上|事实上)|(?<![估概匡测核预粗毛推])算了(?!一[下算遍])[，, ]?(?:就|还是|干脆)*(?:写|填|报|按|要|说|申请)?(?=[\d一二两三四五六七八九十百千])|[改调换变降升涨加减]回(?![报收答款复])|(?:^|[，, ])[哦噢啊]*错[了啦]|[哦噢哎唉呃额啊诶呀]不(?=[，, ]|是|\d|[一二两三四五六七八九十百千万]{2})|(?<=[万亿元人名])[ ]?(?:不[ ]?(?=\d|[一二两三四五六七八九十百千万]{2})|错[了啦])|不不|(?<=[，,. …])不(?=[，,. …])|说岔|说[多少高低]了|口误|不是这|(?:[你您]|给我|帮我)(?:给|帮)?我?改过来|更正|纠正|[说写弄搞打填算记]错|改[成为一跟和与同由找做搞走]|换(?:成|由|为)?[^，。]{1,8}(?:牵头|来?申报|来报)(?![^，。]*(?:[呢吗么?？行]|怎|可以))|(?:合作|参与|伙伴|联合)[^。]{0,12}换[成了为]|换[成了为][^。]{0,12}(?:合作|参与|联合)|(?<=[^，。 们司位])应该?是|应为|其实是|实际上?是|(?<=[万亿元人名个%\d成])[了啊撒呢吧呀的]?[，, ]?(?<!是)不是[^，。\d是]{0,4}[\d一二两三四五六七八九十百千]|修改|更改|改下|刚才|前面说|之前说|重新说|不是.{1,16}[，,]?(?:(?<!就)是|而是)"
)
_UNKNOWN = re.compile(
    r"(?<!没有)(?<!没)(?<!存在)不(?:太|大|是很|怎么|敢|能)?(?:知道|清楚|确定|晓得|记得|了解)|[搞弄闹摸]不(?:太|大)?清(?!楚)|[没未](?:有)?(?:定|想好|算过?|统计|确定|确认|核实|测算|核算|数|[问查](?:[到清]|过(?!新)))(?!额)|说不[好准清上]|不好说"
    rf"|{FORGOT}"
    r"|[待另]定|待(?:查(?!新)|核|确认|补)|未知(?!数)|不详(?![细尽])|[拿吃]不准|记不[清得]|暂无数据|跳过|下一[个题]|先不[说填算报提谈管]|暂时没有数|没概念|看情况|不一定(?!一样|相同|跟|和|非[得要])|没底|不(?:方便|便|想|愿意?)(?:再|多|对外|现在)?(?:说|讲|透露|告诉|提供数|公开|回答)|不(?:能|可以|宜)(?:对外(?:说|讲)|(?:对外)?(?:透露|公开(?=[，。！! ]|$)))|哪知道|哪晓得|最后定(?![在了到为成于下]|的是)|(?:得|要|需要)(?:回去)?(?:再)?[查问](?:一?下|问|查)?(?:才知道|财务|会计|[。！!，；,;]|$)"
)
# 自筹多少还没定 asks nothing.
_HOW_MUCH_IS_OPEN = re.compile(
    rf"(?:多少|多大|几[个名人]|(?:归|是|属于?|算)谁家?|在哪[里儿]?|哪一?[家个所])[^，。？?吗么]{{0,8}}?(?:{_UNKNOWN.pattern}|官司|争议|纠纷|扯皮|在争|没谈)(?![^，。]*[?？吗么])"
)
# 还不知道具体是多少, 我们不清楚总投资有多少: who does not know how much tells so. 不知道要多少 may ask for what is demanded.
_NOT_KNOWN = "(?:不(?:太|大|是很)?(?:知道|清楚|确定|晓得|了解)|说不[好准清上]|拿不准|没(?:算|统计|核)过?)"
_SOME_AMOUNT = "(?:多少|多大|几[个名人])(?:钱|人|数|万|个|名|了|啊|呢|呀|哦|[，。！! ])*$"
_NOT_KNOWN_HOW_MUCH = re.compile(
    r"^(?![^，。]{0,14}(?:门槛|标准|要求|下限|上限|规定|比例|占比|最[低少高多]|至少))"
    rf"(?:[^，。？?吗么你您]{{0,8}}?{_NOT_KNOWN}(?:现在|目前|具体|到底|究竟|准确|确切|数字?|数额|总共|一共|是|有|的)*"
    rf"|[^，。？?吗么你您]{{0,4}}?(?:我们|咱们?|公司|单位|学校|[院所厂校]里|还|目前|暂时|现在)+{_NOT_KNOWN}[^，。？?吗么你您要需得应该]{{1,8}}?"
    rf"|[^，。？?吗么你您]{{0,8}}?{_NOT_KNOWN}[^，。？?吗么你您要需得应该]{{1,8}}?(?:有|能有|会有)){_SOME_AMOUNT}"
)
_OPEN_TO_US = re.compile(rf"(?:{_A_NOT_A})[^，。；?？吗么报申]{{0,8}}?(?:{_UNKNOWN.pattern})[的了啊呢呀，,。；;！! ]*$")
# 没问题，每年都有预算呢; 有的，早几年就建了: words that may ask, in clauses that tell.
_STRESSED = re.compile(
    "(?!那)[^，。；?？吗么哪谁啥什怎咋几多]*(?:有|是|在|能|够|给|拨|兜|管|出|撑|担|保|顶|靠)[^，。；?？吗么哪谁啥什怎咋几多]+呢[ ~～。.!！]*"
)
_SOME_YEARS = re.compile("(?:[早前近这那好头]|十)几年(?!级)")
_OPEN_WORD = re.compile("多少|几|谁|哪")
# 没卖多少, 还没营收多少 tell that it is little; 没说多少 leaves open what is demanded.
_NOT_MUCH = re.compile(
    r"(?<!有)没有?(?:怎么|太)?(?![说讲写定算问提规要限统]|明确|公布)[^，。；?？吗么呢多少\d]{0,3}多少(?!合适|才|算|够|以上|以下)(?![^，。；]*[?？吗么])"
)
# 哪个方向都对不上 denies every one, and asks for none.
_NOT_ANY = re.compile(
    r"哪(?=(?:一?[个项条种家类样块]|里|儿)?[^，。；?？吗么呢哪]{0,8}?[都也](?:还|全|[^，。；?？吗么呢]{1,2})?[不没无][^，。；?？吗么呢]*(?:[，。；!！]|$))"
)
# 差几个人, 还少几台设备 tell that some are lacking; 至少几个 asks.
_SOME_LACKING = re.compile("(?<=[差缺欠少])(?<!至少)(?<!最少)几(?=[个名位台套样])(?![^，。]*[?？吗呢么])")
_UNSETTLED = re.compile(
    "(?<!没有)(?<!没)(?<!存在)不(?:太|大|是很|怎么|敢|能)?(?:知道|确定|晓得|好说|一定)|说不[好准清上]|拿不准|记不[清得]|[没未](?:有)?(?:最后)?(?:确定|定下来|定(?!额)|想好)"
)
# 省级平台还不清楚, 不知道省级平台: an unknown of what is named, and of nothing that is said of it between the two.
_NOT_KNOWN_BEFORE = re.compile(rf"(?:{_UNKNOWN.pattern})[^，。；]{{0,4}}$")
_NOT_KNOWN_AFTER = re.compile(rf"[^，。；有没无是在]{{0,6}}?(?:{_UNKNOWN.pattern})")
_UNSURE = re.compile(
    r"(?<![不尽])(?<!怎么)可能(?!性)|也许|或许|兴许|没准|说不定|备不住|好像|似乎|貌似|恐怕|怕是|大概率|(?:大概|估计)[ ]?(?:也|都|还|就)?(?=是|有|能|够|在|可以|没|不|行)(?!有?[\d一二两三四五六七八九十百几])"
)
_NOT_YET = re.compile(
    rf"{UNDER_WAY}|在[办建筹谈批签走](?!公|地|州)|[办申审建签谈筹]\w{{0,2}}中(?!心|药|国|医|试|小|型|外|学|科|央|介|间|部|院)|正在?(?:申|办|建|筹|签|谈|认定|评|走|等|准备|注册|搭|组)|在申[请报]|快了|快[要有办下签批]"
    r"|还在(?!职|用|有效|期内|保|[，。,；;！! ]|$)|筹备|筹建|准备(?!了|好)|打算|计划(?!总|投)|即将|马上|将要|拟(?!人)|等批|公示|走流程|下个月|明年|过[几两一二三四五六半]?(?:个把?)?(?:天|月|季度|星期|周|阵|年(?!级))|(?:已经?|刚刚?)(?:申请|申报)(?!了?(?:成功|通过|[下上到]))|[报递交送][上]去|(?<!同)等[着批]批?(?=[的了呢啊呀吧 ，,。；！!]|$)|等着(?:批|评|公示|认定|挂牌)|[建办谈审筹]着|有意向?|(?:年底|月底|下周|下季度|下半年|上半年|很快)[^，。]{0,3}(?:签|办|批|建|下来|启动|拿|挂牌|能|可以)|在[和跟与同][^，。]{1,14}(?:谈|接洽|联系|协商|接触|沟通|对接|商量)"
)
_WHEN = re.compile("下个?月|下周|下半年|明年|年底|月底|马上|即将")  # 要是下个月启动了呢 supposes that it is so
# 明年就断了: what ends soon is under way to nothing.
_ENDS_SOON = re.compile(
    "(?:下个?[月年周]|明年|年底|月底|马上|即将|快要?)[^，。]{0,4}(?:断|停|没了|没有?(?=[，。了]|$)|到期|过期|撤|取消|结束|用完|花完|散|关|黄|终止|解散)"
)
_PLAN = re.compile(
    rf"(?:{_NOT_YET.pattern}|正(?:{_NOT_YET.pattern}))(?:申请|申报|注册|流程|公示|开始|{OBJECTS}|(?!设备)[请报建办批签谈评筹备设走审搭定申中着复]|才能?|就能?|能)*"
)
_BROUGHT_ABOUT = re.compile(f"(?:{OBJECTS})+(?=[的了呢啊呀吧 ，,。；;！!]*$)")


@dataclass(frozen=True)
class Clause:
    """A part of a message, with the stop that ends it; positions count in the message."""

    text: str
    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Whether this position of the message lies in the clause."""
        return self.start <= place < self.end


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of ``text``; a comma between digits separates nothing."""
    return iter(_clauses(text))


@lru_cache(maxsize=256)  # many look at the same message
def _clauses(text: str) -> tuple[Clause, ...]:
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Clause]:
    start = 0
    for end in (*(stop.end() for stop in _STOP.finditer(text)), len(text)):
        lack = _LACK.match(text[start:end])
        if lack:
            yield Clause(lack.group(), start, start + lack.end())
            start += lack.end()
        if start < end:
            yield Clause(text[start:end], start, end)
        start = end


def clause_at(text: str, place: int) -> Clause:
    """The clause in which this position of ``text`` lies. Raises ValueError where there is none."""
    for clause in clauses(text):
        if clause.holds(place):
            return clause
    raise ValueError(f"No clause at {place}.")


def ahead_of(text: str, place: int) -> str:
    """What stands before this position of ``text`` in its clause. Raises ValueError where there is none."""
    return text[clause_at(text, place).start : place]


def asks(clause: str) -> bool:
    """Whether the clause is a question."""
    return bool(_QUESTION.search(_NO_AND_NO.sub("没有", _GOING_ON.sub("", without_what_is_open(clause)))))


def without_what_is_open(text: str) -> str:
    """``text`` without words that seem to ask: those that leave open how much something is (自筹多少还没定), and those that
    stand for every one (哪个都不是), and those of what is little or lacking (没卖多少, 差几个人)."""
    text = _SOME_LACKING.sub("#", _NOT_ANY.sub("#", _NOT_MUCH.sub("#", text)))
    text = _NOT_KNOWN_HOW_MUCH.sub(lambda found: _OPEN_WORD.sub("#", found.group()).replace("呢", " "), text)
    return _HOW_MUCH_IS_OPEN.sub(lambda found: _OPEN_WORD.sub("#", found.group()), text)


def without_going_on(clause: str) -> str:
    """The clause without the 呢 of what is going on: 正在打官司呢."""
    return clause.replace("呢", " ") if _GOING_ON.search(clause) else clause


def without_stressed(text: str) -> str:
    """``text`` without the words that seem to ask in clauses that go on telling: 有的，集团兜底呢."""
    told = ((each.text, _STRESSED.fullmatch(each.text) or _GOING_ON.search(each.text)) for each in clauses(text))
    parts = (words.replace("呢", " ") if tells else words for words, tells in told)
    return _SOME_YEARS.sub("  ", "".join(parts))


def is_open_choice(clause: str) -> bool:
    """Whether the clause leaves open which of two opposites holds: 够不够, 启动没启动, 够条件不."""
    return bool(_OPEN_CHOICE.search(clause) or re.search(_ENDS_IN_NOT, clause))


def without_open_choice(clause: str) -> str:
    """The clause, words that leave a choice open being blanked: 公司来报行不行 denies nothing."""
    blanked = _OPEN_CHOICE.sub(lambda found: "#" * len(found.group()), clause)
    return _OPEN_END.sub(lambda found: "#" * len(found.group()), blanked)


def is_hearsay(words: str) -> bool:
    """Whether the words tell what others say."""
    return bool(_HEARSAY.search(words))


def is_topic(clause: str) -> bool:
    """Whether what the clause names is what it is about, not what it claims."""
    return asks(clause) or bool(_TOPIC.search(clause))


def supposes(text: str) -> bool:
    """Whether the message supposes a case (如果 … 呢)."""
    return bool(_SUPPOSED.search(text))


def corrects(text: str) -> bool:
    """Whether the message takes something back."""
    return bool(_CORRECTED.search(text)) and not supposes(text)


def is_unknown(clause: str) -> bool:
    """Whether the clause says 不知道 or 还没定."""
    return bool(_UNKNOWN.search(clause))


def leaves_itself_open(clause: str) -> bool:
    """Whether the clause tells that one does not know which of two opposites holds: 够不够我也不好说. It asks nobody."""
    return bool(_OPEN_TO_US.search(clause))


def without_doubt(clause: str) -> str:
    """The clause, letters that only say that it is not known being blanked: of 管理机构不确定 nothing is denied."""
    return _UNSETTLED.sub(lambda found: "#" * len(found.group()), clause)


def is_unsure(clause: str) -> bool:
    """Whether the clause only guesses (可能有, 好像够); 应该有 is how people say yes."""
    return bool(_UNSURE.search(clause))


def is_not_yet(clause: str) -> bool:
    """Whether the clause speaks of something that is under way or planned."""
    return bool(_NOT_YET.search(_WHEN.sub("", clause) if supposes(clause) else _ENDS_SOON.sub("", clause)))


def without_plans(clause: str) -> str:
    """The clause without the words that make it one of plans, and what they are to bring about: 正在办专利转让."""
    rest = _PLAN.sub("", clause)
    return clause if rest == clause else _BROUGHT_ABOUT.sub("", rest)


def is_left_open(clause: str, start: int, end: int) -> bool:
    """Whether the clause says that it is not known of what it names between ``start`` and ``end``: 省级平台不清楚."""
    return bool(_NOT_KNOWN_AFTER.match(clause, end) or _NOT_KNOWN_BEFORE.search(clause[:start]))
