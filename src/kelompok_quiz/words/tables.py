"""The texts of tables for people: headers of columns, and words for every id in the cells.

Names in braces are filled with labels and numbers of the profile.
"""

from __future__ import annotations

from typing import NamedTuple


class Described(NamedTuple):
    """A word or two for the cell, and their meaning."""

    word: str
    meaning: str


COLUMNS = {
    "row": Described("No.", "Nomor urut orang di berkas jawaban, mulai dari 1."),
    "respondent": Described(
        "Responden",
        "Kode atau nama yang ada di berkas jawaban. Kalau tidak ada, isinya nomor urut.",
    ),
    "status": Described("Status", "Apakah jawaban orang ini bisa dinilai."),
    "verdict": Described(
        "Hasil", "Kesimpulannya, setelah kecocokan dan penghambat sama-sama dilihat."
    ),
    "band": Described("Tingkat skor", "Tingkat menurut kecocokan, sebelum aturan penurunan."),
    "fit": Described(
        "Kecocokan",
        "Skor 0 sampai 100 dari semua pendukung dan penghambat. Makin tinggi makin cocok.",
    ),
    "fit_se": Described(
        "Galat (±)",
        "Dua dari tiga kali, kecocokan yang sebenarnya ada dalam kecocokan ± galat. "
        "Galat hanya menyangkut cara menjawab, bukan ketepatan kuis.",
    ),
    "stability": Described(
        "Kestabilan",
        "Peluang bahwa tingkat skornya tepat, menurut hitungan, dari 0 sampai 1. "
        "Mulai {stable} cukup stabil; di bawah {border} di perbatasan; di antaranya bisa bergeser.",
    ),
    "cautions": Described(
        "Penghambat tinggi", "Penghambat yang skornya {caution_from} ke atas, dan akibatnya."
    ),
    "quality": Described("Mutu jawaban", "Apakah cara menjawabnya wajar."),
    "flags": Described(
        "Catatan menjawab", "Hal yang perlu ditanyakan tentang cara orang ini menjawab."
    ),
    "answered": Described("Terjawab", "Berapa butir yang dijawab, dari {items} butir."),
    "problems": Described("Alasan ditolak", "Apa yang tidak bisa dibaca, dan di kolom mana."),
    "profile": Described("Profil", "Nama profil pekerjaan yang dipakai."),
    "profile_sha256": Described(
        "Sidik profil", "Sidik berkas profil. Hasil dengan sidik sama bisa dibandingkan."
    ),
    "scoring": Described("Versi penilaian", "Versi rumus yang dipakai."),
}

SCALES = {
    "trait": "Pendukung, 0 sampai 100: makin tinggi makin mendukung. {about}",
    "anti_trait": "Penghambat, 0 sampai 100: makin rendah makin mendukung. {about}",
    "belief": (
        "Anggapan, 0 sampai 100: makin tinggi makin percaya. Tidak dihitung dalam kecocokan. "
        "Katanya: {claim} Nyatanya: {reality}"
    ),
    "contrast": (
        "Perbandingan, 0 sampai 100: tinggi berarti condong ke {title}, rendah ke {label}. "
        "Tidak dihitung dalam kecocokan. {this} {that}"
    ),
}
CARRIED = Described("Kolom lain", "Kolom lain dari berkas jawaban, ditulis seperti aslinya.")

BAND = "Kecocokan {lower} sampai di bawah {upper}. Bunyinya bagi responden: {text}"
HIGHEST_BAND = "Kecocokan {lower} sampai 100. Bunyinya bagi responden: {text}"

STATUS = {
    "scored": Described("dinilai", "Jawabannya cukup, jadi ada hasilnya."),
    "undetermined": Described(
        "belum bisa ditentukan", "Jawabannya belum cukup untuk sebuah hasil."
    ),
    "rejected": Described("ditolak", "Ada isi yang tidak bisa dibaca, jadi tidak dinilai."),
}
QUALITY = {
    "good": Described("baik", "Cara menjawabnya wajar."),
    "note": Described("catatan", "Ada catatan ringan. Baca hasilnya dengan hati-hati."),
    "low": Described(
        "rendah", "Hasilnya belum tentu menggambarkan orang ini. Tawarkan untuk mengisi lagi."
    ),
}
FLAGS = {
    "straight_line": Described(
        "jawaban hampir sama terus", "Jawabannya hampir sama dari awal sampai akhir."
    ),
    "pattern": Described("pola berulang", "Jawabannya membentuk pola yang berulang."),
    "too_fast": Described(
        "dijawab sangat cepat", "Separuh butirnya atau lebih dijawab kurang dari 2 detik."
    ),
    "inconsistent": Described(
        "bertolak belakang", "Beberapa jawaban tentang hal yang sama saling bertolak belakang."
    ),
    "mostly_neutral": Described("hampir semua di tengah", "Mungkin ragu, mungkin belum mengalami."),
    "acquiescence": Described(
        "condong ke satu arah", "Cenderung menjawab ke satu arah, apa pun isinya."
    ),
    "incomplete": Described("banyak yang kosong", "Lebih dari seperlima butirnya kosong."),
}
CAUTIONS = {
    "watch": Described("perlu dicek", "Tinggi, tetapi belum menurunkan hasil."),
    "cap": Described("jelas tinggi", "Menurunkan hasil satu tingkat, kecuali sudah terendah."),
    "all": Described("tinggi bersama", "Semua penghambat tinggi sekaligus; itu menentukan hasil."),
}
CAUTION = "{label} ({word})"
REJECTION = "Kolom “{header}”: {message}"
ORIGINAL = " (asal)"
"""Behind the name of a carried column that is also an output column."""

PEOPLE_HEADERS = {
    "row": "No",
    "respondent": "Responden",
    "verdict": "Hasil",
    "fit": "Skor",
    "stability": "Kestabilan",
    "quality": "Mutu",
}
PROGRESS = "{people} orang, {rate} per detik"
PROGRESS_WITH_SHARE = "{progress}, {percent}%"

WORKSHEETS = {"results": "Hasil", "legend": "Keterangan"}
TITLES = {
    "about": "Tentang hasil ini",
    "columns": "Kolom",
    "verdicts": "Hasil dan tingkat skor",
    "status": "Status",
    "quality": "Mutu jawaban",
    "flags": "Catatan menjawab",
    "cautions": "Penghambat tinggi",
}
ABOUT = {"job": "Pekerjaan", "limits": "Batas", "versions": "Versi"}
IN_CSV, MEANING = "Nama di CSV dan JSON", "Artinya"
