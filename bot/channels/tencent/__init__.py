"""What 公众号 and 企业微信 share: Tencent's envelopes and messages, delivery within five seconds, and its programs."""
