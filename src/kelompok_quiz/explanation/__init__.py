"""Results, recaps and profiles → sections and tables as data, the one content of every output.

Entry points: `report.result_sections`, `trail.trail_sections`, `job_card.job_card_sections`,
`recap.recap_sections`, `recap_tables.recap_tables` and `legend.legend`. The texts are in `words`.
"""
