"""Stage 4: a ledger becomes outcomes, by checks that say their rule, its exceptions and its source.

`CHECKS` lists them in the order in which they are reported; each is a file of its own.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lantu.check import (
    n01_increment,
    n02_average_growth,
    n03_bracket,
    n04_points,
    n05_unit,
    n06_structure,
    n07_part_whole,
    n08_ratio,
    n09_subset,
    n10_sums,
    n11_ahead,
    n12_doubling,
    n13_cumulative,
    n14_text_table,
    n15_related_targets,
    n16_implied_base,
    n17_annual_path,
    n18_easy_target,
    n19_jump,
    n20_polarity,
    n21_alias,
    n22_whole_missing,
    n23_numbers,
    n24_year_formula,
    n25_versions,
    n26_misread,
    n27_binding,
    n28_percent,
    n29_population,
    n30_counts,
    n31_project_money,
    n32_estimate,
    n33_scale,
    n34_mixed,
    n35_fiscal_scope,
    n36_no_growth,
    n37_documents,
    n38_dates,
    n39_target_growth,
    n40_table_totals,
)
from lantu.check.answers import Check, not_applicable
from lantu.check.case import Case
from lantu.check.merging import merged
from lantu.model import Ledger, Outcome

__all__ = ["CHECKS", "Check", "check"]

CHECKS: tuple[Check, ...] = (
    n01_increment.CHECK,
    n02_average_growth.CHECK,
    n03_bracket.CHECK,
    n04_points.CHECK,
    n05_unit.CHECK,
    n06_structure.CHECK,
    n07_part_whole.CHECK,
    n08_ratio.CHECK,
    n09_subset.CHECK,
    n10_sums.CHECK,
    n11_ahead.CHECK,
    n12_doubling.CHECK,
    n13_cumulative.CHECK,
    n14_text_table.CHECK,
    n15_related_targets.CHECK,
    n16_implied_base.CHECK,
    n17_annual_path.CHECK,
    n18_easy_target.CHECK,
    n19_jump.CHECK,
    n20_polarity.CHECK,
    n21_alias.CHECK,
    n22_whole_missing.CHECK,
    n23_numbers.CHECK,
    n24_year_formula.CHECK,
    n25_versions.CHECK,
    n26_misread.CHECK,
    n27_binding.CHECK,
    n28_percent.CHECK,
    n29_population.CHECK,
    n30_counts.CHECK,
    n31_project_money.CHECK,
    n32_estimate.CHECK,
    n33_scale.CHECK,
    n34_mixed.CHECK,
    n35_fiscal_scope.CHECK,
    n36_no_growth.CHECK,
    n37_documents.CHECK,
    n38_dates.CHECK,
    n39_target_growth.CHECK,
    n40_table_totals.CHECK,
)


def check(ledger: Ledger, drafts: Iterable[str] | None = None, registers: Path | None = None) -> tuple[Outcome, ...]:
    """Every check's answers on the documents `drafts` (hashes; all where None); the others are compared against.

    Sorted by check, document and place in it; a check that finds no place to look at answers once, not applicable.
    """
    wanted = ledger.document.keys() if drafts is None else set(drafts) & ledger.document.keys()
    case = Case(ledger, frozenset(wanted), registers)
    return tuple(outcome for one in CHECKS for outcome in merged(_outcomes(one, case), case))


def _outcomes(one: Check, case: Case) -> Iterator[Outcome]:
    """What a check answers; nothing to look at is an answer too."""
    answered = [one.outcome(a) for a in one.run(case)]
    yield from answered or [one.outcome(not_applicable("check_no_place"))]
