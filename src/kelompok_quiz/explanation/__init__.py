"""Profile and result → ordered sections as data: the one content of every screen and page.

`report.result_sections`, `trail.trail_sections` and `job_card.job_card_sections` make them;
whoever shows a section writes no sentence about a result.
"""
