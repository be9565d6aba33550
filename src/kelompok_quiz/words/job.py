"""The job card: titles of its sections; all else on it is the profile's."""

from __future__ import annotations

TITLES = {
    "job": "Kartu pekerjaan",
    "tasks": "Isi pekerjaannya",
    "suits": "Cocok untuk siapa",
    "suits_not": "Yang bisa menghambat",
    "beliefs": "Katanya dan nyatanya",
    "contrasts": "Bedanya dengan pekerjaan yang mirip",
    "next_steps": "Kalau kamu tertarik",
    "limits": "Batas kuis ini",
}
ALL_TASKS = "Orang yang cocok tertarik pada semua tugas di atas."
TOGETHER = "Semuanya sekaligus"
