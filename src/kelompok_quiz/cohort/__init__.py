"""People → group statistics: sums that can be added, and the figures published from them.

`count` turns a batch into sums, `summarise` the sums into a `Recap`. Figures that would identify
people are withheld, see `suppression`.
"""
