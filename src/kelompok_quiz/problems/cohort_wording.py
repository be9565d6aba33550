"""What is said about a recap of a group that was asked for in vain."""

from __future__ import annotations

from kelompok_quiz.problems.severity import Wording

ERRORS = {
    "group_column_unknown": Wording(
        "Kolom “{value}” tidak ada di masukan ini.",
        "Pilih salah satu kolom yang ada: {headers}.",
    ),
    "group_column_unknown_near": Wording(
        "Kolom “{value}” tidak ada di masukan ini.",
        "Mungkin maksudmu “{near}”.",
    ),
    "groups_too_many": Wording(
        "Kolom “{value}” punya lebih dari {most} isi yang berbeda.",
        "Pilih kolom kelompok seperti kelas atau sekolah, bukan nama atau nomor orang.",
    ),
}
