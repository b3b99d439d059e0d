"""What the law says on a date, in an area: dated values with their sources, and the judgement of a household."""

from povertydesk.legislation.law import Legislation
from povertydesk.legislation.reading import LegislationDataError

__all__ = ["Legislation", "LegislationDataError"]
