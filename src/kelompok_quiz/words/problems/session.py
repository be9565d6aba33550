"""What is said about sessions of the quiz and the files that the quiz saves."""

from __future__ import annotations

from kelompok_quiz.words.problems.wording import Wording

ERRORS = {
    "session_busy": Wording(
        "Sesi ini sedang dipakai di jendela lain.",
        "Lanjutkan di jendela itu, atau mulai sesi terpisah dengan --sesi BERKAS.",
    ),
    "session_corrupt": Wording(
        "Berkas sesi ini rusak, jadi jawabannya tidak bisa dilanjutkan.",
        "Sisihkan berkas itu dan mulai baru, atau keluar dulu untuk memeriksanya.",
    ),
    "session_of_other_profile": Wording(
        "Sesi ini dibuat dengan profil atau versi lain ({value}), jadi tidak bisa dilanjutkan.",
        "Sisihkan sesi itu dan mulai baru, atau keluar dan pakai profil yang lama.",
    ),
    "files_same": Wording(
        "Satu berkas disebut untuk dua keperluan.",
        "Beri nama berbeda untuk --profil, --sesi, --simpan, dan --keluaran.",
    ),
    "answers_file_exists": Wording(
        "Berkas “{value}” sudah ada; isinya bisa jadi jawaban orang lain.",
        "Pilih nama lain untuk --simpan.",
    ),
    "answers_file_suffix": Wording(
        "Nama berkas “{value}” tidak berakhiran .json atau .yaml.",
        "Beri akhiran .json atau .yaml, misalnya --simpan jawabanku.json.",
    ),
}
