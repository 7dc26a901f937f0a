"""Words of the language, and of no guide, by which it is told what a message wants: asking, listing, commanding."""

from __future__ import annotations

import re

EITHER = re.compile(r"[是按系].{1,10}(?:还是|抑或)")  # 是按在册还是按在职
ASKING = re.compile(
    rf"[?？吗呢么]|什么|多少|怎|如何|哪|几|谁|是否|能不能|可不可以|是不是|有没有|要不要|为何|啥|咋|不$|(?<!任)何|{EITHER.pattern}|算不算"
)
FITTING = re.compile(r"报|支持|方向|专项|项目|领域|指南|哪[条块类]|申请")
ABOUT_A_NUMBER = re.compile(r"线|划|多少|几|门槛|最低|最少|下限|起码|至少|比例|标准")
BELONGS = re.compile(
    r"报(?:哪|什么|啥|个)|能报|往?哪(?:头|边)|适合|归(?:哪|到)|属于|对口|哪(?:一?[类块]|个(?:方向|领域|专项|项目))|有.{0,4}项目.{0,2}[吗么不没]"
)
FITS = re.compile(r"算|属|对口|挨|沾|靠|行不|合适|符合|支不支持|有戏|关系|相关|匹配|够得|哪")
HOW_TO = re.compile(
    r"(?:怎么|咋|如何|咋样|怎样)(?:才能)?(?:治|做|种|养|修|买|卖|喂|吃|用|洗|办理?)|哪[里儿]?(?:家|有卖|能?买)|多少钱|什么药|好吃|啥药"
)
LISTING = re.compile(
    r"(?:什么|哪些|啥|哪几[条项个])(?:样的)?(?:条件|要求|门槛|资格|规定|限制)|(?:条件|要求|门槛|硬杠杠)(?:都?是|有哪|列)|有何(?:条件|要求|前提)"
)
WHICH = re.compile(r"报(?:哪|什么|啥)|哪个(?:专项|项目)|什么(?:专项|项目)")
CITING = re.compile(r"[那这哪一](?:一)?[句条段](?!线)|原[话文]|出自|几个字|提[到过及]|出现|完整的")
JOINED = re.compile(r"都|一并|一起|分别")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Questions whose asker may really want a check, when figures stand beside them: 投资900万，能报吗
ABOUT_US = ("ask_requirements", "ask_figure", "ask_technology", "ask_quota", "ask_other", "ask_program")
UNSAID_AS = (*ABOUT_US, "ask_review", "out_of_scope", "check")
ONLY_A_KIND = re.compile(
    r"(?:那|如果|要是?)?(?:我们)?(?:换成|改成|换|是|的是)?(?:某领域|某单位){1,2}(?:的|类|呢|吧|[，。？?！ ])*"
)
# Of several programs that are named: which is the better, what differs.
COMPARING = re.compile(
    r"区别|差别|差异|不同|不一样|异同|差在?哪|哪一?[个种边](?:更|比较|最)?(?:合适|好|划算|容易|适合|简单|快|松|严|高|多|强)|[咋怎][么]?选|选哪|对比|比一比|比较一?下|[vV][sS]|两者|利弊"
)
WHOSE_WORDS = re.compile(r"(?:指|说)的?(?:是)?哪一?(?:个|类|项|条)|是哪一?(?:个|类|项|条)(?:专项|项目)(?:的|里)")
# A word in quotation marks whose meaning is asked for, whatever it is wanted for.
MEANING = re.compile(r"(?:什么|啥|何|几个)意思|指的?(?:是)?(?:什么|啥)|怎么理解|什么概念")
FOLLOWING = re.compile(r"(?:那|那么|还有|它的?|[，, ])*[^，。？?！!]{2,10}呢[。？?！! ]*")
# 看看够不够条件, beside what is told of the applicant; a program and its facts alone (重大专项 企业 工业) wish as much.
LOOKING = re.compile(r"[看对核过](?:一?下|看|一看|一遍)?(?:够不够|符不符合|是否符合)?条件")
ONLY_FACTS = re.compile(r"(?:某专项|某单位|某领域|[，,、 。.]|的|类|申?报)+")
OTHER_ONES = re.compile(r"除(?:了|去|开|过|却).*(?:还|别的|其他|其它)|还有(?:没有)?(?:别的|其他|其它)(?:专项|项目)")
# A command is believed where a word of its kind stands in it: 现在建好了 is no question for the result.
COMMANDS = {
    "stop": re.compile(
        r"算了|不[查核问弄搞想用]|停|先这样|先到这|下次|改天|回头|以后|再说|不玩|退出|结束|没时间|没空|有事|开会|忙"
    ),
    "resume": re.compile(r"接着|继续|刚才|上次|往下|回到|恢复|再来|查到哪"),
    "status": re.compile(r"怎|咋|结果|如何|情况|进度|到哪|够不够|行不行|符合|合格|过了没|差|结论|算下来|能不能"),
    "why": re.compile(
        r"为[什啥何]|干嘛|干什么|干啥|什么用|凭什么|有啥用|咋要|怎么要|必要|原因|为了|关系|重要|一定要|非要|非得|不[说答填](?:行|可以)|可以不|能不能不"
    ),
    "how_many_left": re.compile(r"几|多少|多久|完|快|还要|还有|最后"),
}
SWITCHING = re.compile(
    r"(?:回去|还是|回头)(?:再)?(?:看|查|说|弄)|换成|换到|换个|改查|改看|改成查|先看看?|看看(?![，,])"
)
ELIGIBLE = re.compile(
    r"能不?能?申?报|可以申?报|可不可以申?报|能不能申|能申[吗么不]|能申请|可以申请|够(?:不够)?条件|够格|符不?符合|符合(?:条件|要求)|行不行|行吗|合适[不吗么]|够[^，。]{1,8}[不吗么]$|有戏|报得了|能过吗"
    r"|(?:想|要|打算|准备)申?报|(?:是否|是不是)(?:都)?(?:合格|达标|满足|够|符合)|合不合格|(?:条件|要求)[^，。]{0,3}(?:满足|达到|够)(?:吗|没|么|与否|不)|满足[^，。]{0,8}(?:吗|么|与否)"
)
SELF = re.compile(r"我们|我司|我厂|我校|我院|我所|我单位|我公司|本公司|本单位|咱们?|我(?=是|能|可以|该|想申?报)")
ANY_OF_THEM = re.compile(
    r"(?:能|可以|该|够得着)(?:申?报|申请)(?:点|些)?(?:啥|什么|哪[个些])|(?:哪[个些]|什么|啥)(?:专项|项目)?(?:能|可以)(?:申?报|申请)"
)
APPLYING = re.compile(r"报|申请|换|查(?!新)|核|测|评估|够条件|符合条件|能不能|可不可以|可以吗|能吗|行吗")
# An order to check, also where it has a word of asking in it: 对是否满足要求做一次预审.
ORDERED = re.compile(
    r"(?:做|进行|来|给)(?:个|一?[次下个遍])?[^，。]{0,4}(?:预审|评估|核对|核验|测评|自查|体检)|帮(?:忙|我们?)?(?:查|核|评估|测)(?!新)"
)
CHECKING = re.compile(r"查(?!新)|核对|核一|核验|测一|测测|评估|预审|对照")
REQUEST = re.compile(r"介绍|说说|讲讲|告诉|材料|清单|条件|要求|电话|科室|区别|差别|不同|不一样|异同|截止|列一下|发我")
# Small talk is believed where a word of its kind stands in it; 在办 is no greeting.
TALK = {
    "greet": re.compile(r"好|嗨|哈喽|喂|在吗|在不|在么|在线|有人|hi|hello|hey", re.IGNORECASE),
    "thanks": re.compile(
        r"谢|辛苦|感激|多亏|帮大忙|麻烦你|知道了|明白|了解|清楚了|收到|懂了|麻烦了|祝|顺利|thank|3q", re.IGNORECASE
    ),
    "bye": re.compile(r"再见|拜|走了|回见|回头见|下次|先这样|撤了|bye|88", re.IGNORECASE),
    "who": re.compile(r"你|您|机器人|真人|人工|助手|谁"),
    "privacy": re.compile(
        r"存|泄|密|隐私|安全|记录|留|外传|公开|看[得能]?[到见]|数据|信息|收集|上传|知道|记得|外人|别人|放心"
    ),
    "help": re.compile(
        r"帮|怎么用|咋用|能做|能查|能问|查些?什么|助手|会什么|功能|使用|干[什啥嘛]|问什么|问啥|用法|说明|help",
        re.IGNORECASE,
    ),
}
STILL_MISSING = re.compile(
    r"还?差(?:多少|什么|啥|哪|几)|差在哪|还缺(?:什么|啥|哪)|^(?:那|现在|这样|照这样|我们)*(?:能|可以)?(?:申?报|过|行)(?:了|得了)?(?:吗|么|不(?!用|需|要|查|说|必))|有戏(?:吗|没|么)|总结一下"
)
# After a verdict: what has to change, and where it fails.
FORWARD = re.compile(
    r"(?:改|换|补|加|调整)(?:点|些)?(?:什么|啥|哪[些个项条里]?)|(?:怎么?样?|咋|如何|怎)(?:才)?(?:能|可以)?(?:改|补救|达标|符合|满足|通过|合格|达到|整改)|(?:怎么|咋|如何)办(?!理|手续|证|卡)|什么办法|有(?:啥|没有|何)?办法"
    r"|我(?:们)?(?:应该|该|得|要)(?:怎么|咋|如何)(?:做|弄|办|改)|(?:哪[一几]?[条项个里些点]|哪儿|什么地方|啥地方)(?:不|没)(?:有)?(?:满足|符合|达标|行|够|过|达到|合格|合适|对)"
    r"|(?:卡|差|败|输|倒)在(?:哪|什么|啥)|(?:为什么|为啥|咋|怎么|凭什么|为何)(?:就|会|是)?(?:不(?:能报|符合|行|满足|够|合格|通过|过)|没(?:有)?(?:通过|过|戏))|有(?:没有)?(?:补救|挽救|变通)"
)
BASIS = re.compile(
    r"^(?:那|这个?|你|您|的|结果|结论|判断|说)*(?:依据|根据|出处|凭据)(?:是|在|呢)?(?:什么|啥|哪[里儿]?(?:一?[条句款])?|何)?[呢吗啊？?。 ]*$"
)
# What the applicant has told, and not what the guide demands: 我刚才说的总投资是多少, 我都说了什么.
TOLD = re.compile(
    r"我们?(?:刚才|刚刚|前面|之前|先前|上面|都|一共|到底|总共)*(?:说|报|填|讲|告诉你|提供|回答)(?:你|过|了|的|是)*[^，。]{0,10}(?:多少|什么|啥|几|哪些)"
)
AGREED = re.compile(r"(?:好|行|可以|嗯|哦|噢|对|ok|知道)+(?:的|吧|嘞|呀|啊|滴|哒|了)*[。！!~～ ]*", re.IGNORECASE)
DONE_YET = re.compile(r"(?:都|就)?(?:好|完|查完|核对完|弄完|问完)(?:了)(?:吗|么|没有?)[？?。 ]*")
# 多少才够 asks for the rule behind the open question, and so does whoever asks where it comes from.
WHY_SO = re.compile(r"(?:多少|几)[^，。]{0,4}(?:才|够|算|合格|达标)|依据|出处|哪一?条|这条|指南里?(?:有|写)")
STOPPING = re.compile(
    r"^(?:那|好|行|先|就|我们?|今天|[，, ])*(?:不(?:查|问|核对|弄|填|答|搞)|算了|取消|停(?:一?下|吧|止|了)?(?![^，。]{2})|别(?:问|查)|到此为止|打住|(?:行|好)?了?不用(?:了|查|问)|到这[里儿]?(?:了|吧)?[。！! ]*$|(?:过|等)一?会[儿]?(?:再|来))"
)
SUITS_US = re.compile(
    r"(?:哪|什么|啥)(?!些?(?:条件|要求|资质|材料|科))[^，。不没]{0,6}(?:适合|合适|符合|接近|够得着|够得上|有戏|有希望|把握)|(?:别的|其他|其它|另外)[^，。]{0,8}(?:能报|可以报|能申报|可以申报|符合|够)"
    r"|(?:还|也)(?:能|可以|够得着)(?:申?报|申请|弄|搞|拿)[^，。]{0,3}(?:别的|其他|其它|啥|什么|哪)"
)
AGAIN = re.compile(r"(?:刚|刚才|你)[^，。]{0,4}问(?:的|我)?(?:啥|什么|的是)|再问一[遍次]|问题是(?:啥|什么)")
LOST = re.compile(
    r"(?:我?[没看听]?(?:没|不)[有太]?[听看]?(?:懂|明白)|什么意思|啥意思|这是问什么)(?:啊|呢|吗|你的意思|这个问题|[。？?！ ])*"
)
# What cannot be taken back needs a word that says so, beside the intent.
ERASING = {
    "forget": re.compile(r"删|清|抹|注销|销毁|忘"),
    "start_over": re.compile(r"重|从头|清|再来|开始|新|归零|另起"),
}
# 别问了直接给结果: whoever stops the questions wants what there is.
RESULT = re.compile(r"(?:给|出|看|要|说)[^，。]{0,4}(?:结果|结论)|(?:结果|结论)(?:是|呢|吧|给|告诉|$)")
# 总投资到底记的多少 asks for what was understood, and not for the rule.
RECORDED = re.compile(
    r"(?:记|填|存|登记|算)(?:的|了|成|得|下)(?:是|的|我)*[^，。]{0,6}(?:多少|什么|啥|几|哪些)|都?记(?:了|住)(?:些|下)?(?:什么|啥|哪些)"
)
