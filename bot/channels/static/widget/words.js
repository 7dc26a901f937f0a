// The words of statuses and verdicts, each with its icon: colour never says anything alone.

export const VERDICTS = {
  eligible: { word: "符合", icon: "met", tone: "good" },
  consult: { word: "建议先咨询", icon: "open", tone: "warn" },
  undetermined: { word: "还不能确定", icon: "unknown", tone: "dim" },
  not_eligible: { word: "不符合", icon: "not_met", tone: "bad" },
};

export const STATUSES = {
  met: { word: "符合", icon: "met", tone: "good" },
  not_met: { word: "不符合", icon: "not_met", tone: "bad" },
  unknown: { word: "还不知道", icon: "unknown", tone: "dim" },
  open: { word: "指南没有定死，由科室认定", icon: "open", tone: "warn" },
};

export const NUMERIC = ["money", "people", "ratio", "share"];
export const EXAMPLE = { money: "例如 800万", people: "例如 15人", ratio: "例如 3:1", share: "例如 30%" };
export const CONNECTIONS = {
  starting: "助手正在启动，您可以先写，启动后自动发出。",
  offline: "连接断开，正在重新连接。没有发出的消息会保留并自动发出。",
  rate: "您发得有点快，稍后自动发出。",
};
export const PROMISE = "结果只是按指南条文核对，不代表立项或获批，以受理科室认定为准。";
