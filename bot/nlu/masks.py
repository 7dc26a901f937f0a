"""The neutral words that stand for names: what the training phrases of data/nlu.yml are written with."""

from __future__ import annotations

MASKS = {
    "program": "某专项",
    "family": "某专项",
    "section": "某科",
    "track": "某领域",
    "applicant_type": "某单位",
    "qualifications": "某资质",
    "partner_region": "某地区",
    "figure": "某指标",
    "term": "某词",
    "technology": "某技术",
    "quantity": "某数",
}
ANY_CHOICE = "某项"
