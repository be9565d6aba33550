"""`profesi`: the job card of a profile."""

from __future__ import annotations

from kelompok_quiz.cli.options import ProfileOption


def profesi(profile: ProfileOption = None) -> None:
    """Show the job card."""
    from kelompok_quiz.cli.outputs import show
    from kelompok_quiz.explanation.job_card import job_card_sections
    from kelompok_quiz.profile.loading import load

    show(job_card_sections(load(profile).profile))
