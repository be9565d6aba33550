"""Every sentence about a group, by occasion. Plain Indonesian, at most 20 words each.

Names in braces are filled with labels and rounded numbers; nobody is named.
"""

from __future__ import annotations

TITLES = {
    "people": "Rekap: {title}",
    "scales": "Skor rata-rata",
    "beliefs": "Anggapan untuk dibahas bersama",
    "contrasts": "Condong ke pekerjaan mana",
    "groups": "Perbandingan menurut {per}",
    "trust": "Seberapa bisa dipercaya",
}

PEOPLE = (
    "{n} orang: {scored} mendapat hasil, {undetermined} belum bisa ditentukan, "
    "{rejected} tidak bisa dinilai"
)
VERY_FEW = (
    "Orangnya kurang dari {fewest}, jadi jawaban seseorang mudah tertebak. "
    "Jangan bagikan rekap ini."
)
FEW = "Orangnya masih sedikit. Satu lembar saja sudah bisa mengubah gambaran ini."
NO_RESULTS = "Belum ada yang mendapat hasil, jadi belum ada yang bisa direkap di sini."

SCALE_LEGEND = "Skor 0 sampai 100, tengahnya 50; ± adalah sebaran antarorang (simpangan baku)."
NO_SCORES = "Belum ada skor yang bisa dirata-ratakan."
NO_MEAN = "belum ada skor"
PRAISE, TRAIN = "Bisa dipuji: {areas}.", "Bisa dilatih: {areas}."
STRONG_TRAIT, STRONG_ANTI_TRAIT = "{label} ({score})", "penghambat {label} hanya {score}"
WEAK_TRAIT, WEAK_ANTI_TRAIT = "{label} ({score})", "penghambat {label} masih {score}"

MYTH = "Percaya: {label}"
CLAIM = "Katanya: {claim}"
AGREEING, DISAGREEING = "{count} dari {n} setuju", "{count} dari {n} tidak setuju"
LEANINGS = "{this} condong ke {title}, {balanced} berimbang, {that} condong ke {label}."

QUALITY = "{good} lembar baik, {note} dengan catatan, {low} bermutu rendah."
FLAGS_FOUND = "Tandanya: {flags}. Tanda itu pertanyaan, bukan tuduhan."
FLAG_COUNT = "{flag} ({count})"
FLAGS = {
    "straight_line": "jawaban hampir sama terus",
    "pattern": "pola berulang",
    "too_fast": "dijawab sangat cepat",
    "inconsistent": "bertolak belakang",
    "mostly_neutral": "hampir semua di tengah",
    "acquiescence": "condong ke satu arah",
    "incomplete": "banyak yang kosong",
}
NOTHING_LEFT = "Tanpa lembar bermutu rendah tidak ada hasil yang tersisa."
WITHOUT_LOW = "Tanpa lembar bermutu rendah: {verdicts}."
VERDICT_COUNT = "{verdict} {count}"
SHIFT = "Rata-rata skala bergeser paling jauh {points} poin ({label})."
NO_SHIFT = "Rata-rata skala hampir tidak bergeser."

ALPHA = (
    "Keandalan (alpha) menunjukkan seberapa searah butir satu skala dijawab, paling tinggi 1. "
    "Di sini dari {lowest} ({lowest_label}) sampai {highest} ({highest_label})."
)
ALPHA_INTERVAL = "Dengan {n} lembar lengkap, yang terendah itu bisa berarti {low} sampai {high}."
ALPHA_MISSING = (
    "Keandalan (alpha), yaitu seberapa searah butir satu skala dijawab, belum cukup data. "
    "Perlu {minimum} lembar lengkap; baru ada {n}."
)
ALPHA_IMPOSSIBLE = (
    "Keandalan (alpha), yaitu seberapa searah butir satu skala dijawab, tidak bisa dihitung. "
    "Jawabannya tidak beragam."
)
DETAILS = "Angka tiap butir ada di keluaran --format xlsx dan json."
LIMITS = "Rekap ini bahan obrolan, bukan dasar memilih atau menempatkan orang."

GROUP, GROUP_SIZE = "Kelompok", "Orang"
STRONGEST, WEAKEST = "Paling kuat", "Paling lemah"
POOLED = "{groups} kelompok digabung"
LOW_SHEETS = "Bermutu rendah"
LEANING = "Condong ke {label}"
HIDDEN = "–"
GROUPS_LEGEND = (
    "Yang tidak bisa dinilai tidak dihitung. Urutannya menurut nama, bukan peringkat. "
    "Tanda – berarti disembunyikan, supaya jawaban segelintir orang tidak tertebak."
)
POOLED_LEGEND = (
    "Kelompok di bawah {fewest} orang digabung tanpa nama; "
    "bila perlu, kelompok kecil berikutnya ikut."
)
NO_GROUPS = (
    "Kelompok menurut {per} belum bisa dibandingkan. "
    "Perlu paling sedikit dua kelompok berisi {fewest} orang atau lebih."
)

SHEETS = {
    "people": "Ringkasan",
    "scales": "Skala",
    "careful": "Skala tanpa mutu rendah",
    "items": "Butir",
    "groups": "Kelompok",
}
WHAT, HOW_MANY = "Apa", "Berapa orang"
ALL_PEOPLE, SCORED, UNDETERMINED, REJECTED = (
    *("Semua orang", "Mendapat hasil"),
    *("Belum bisa ditentukan", "Tidak bisa dinilai"),
)
COUNTED = "{label}: {reading}"
READINGS = {
    "myth": "masih percaya",
    "mixed": "campuran",
    "realistic": "sudah dekat kenyataan",
    "unread": "belum cukup dijawab",
}
LEANING_WORDS = {
    "this": "condong ke pekerjaan ini",
    "balanced": "berimbang",
    "that": "condong ke pekerjaan itu",
    "unread": "belum cukup dijawab",
}
QUALITY_WORDS = {
    "good": "Lembar baik",
    "note": "Lembar dengan catatan",
    "low": "Lembar bermutu rendah",
}
FLAG_NAMED = "Tanda: {flag}"
SCALE_HEADERS = (
    *("Skala", "Id", "Orang dengan skor", "Rata-rata (0-100)", "Simpangan baku"),
    *("Lembar lengkap", "Keandalan (alpha)", "Alpha, batas bawah 95 %", "Alpha, batas atas 95 %"),
    *("Alpha baku", "Ralat baku pengukuran", "Omega total"),
)
ITEM_HEADERS = (
    *("Skala", "Butir", "Pernyataan", "Arah", "Menjawab", "Kosong"),
    *("Rata-rata searah skala", "Simpangan baku"),
    *("Korelasi dengan butir lain", "Alpha tanpa butir ini"),
)
KEYS = {False: "biasa", True: "terbalik"}
MEAN_OF = "Rata-rata: {label}"
TOO_FEW = "belum cukup data"
NO_VALUE = "-"
