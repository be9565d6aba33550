"""The texts about a group, by occasion. Plain Indonesian, at most 20 words each.

Names in braces are filled with labels and rounded numbers; no person is named.
"""

from __future__ import annotations

from kelompok_quiz.words.result import REJECTED, UNDETERMINED
from kelompok_quiz.words.tables import Described

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
MANY_LOW = "{low} dari {people} lembar perlu ditanyakan. Bahas dulu cara mengisinya."
NO_RESULTS = "Belum ada yang mendapat hasil, jadi belum ada yang bisa direkap di sini."

LEGEND_MEAN = "rata-rata, 0 sampai 100"
LEGEND_SPREAD = "sebaran: kira-kira dua dari tiga orang"
SPREAD = "sebaran"
NO_SCORES = "Belum ada skor yang bisa dirata-ratakan."
NO_MEAN = "belum ada skor"
ENDS = ("Paling mendukung: {areas}.", "Paling sedikit mendukung: {areas}.")
NO_ENDS = "Tidak ada skala yang jelas menonjol."
NO_ENDS_IN_GROUPS = "Tidak ada skala yang jelas menonjol di kelompok mana pun."
NONE_STANDS_OUT = "tidak ada yang menonjol"

BELIEVING, MYTH = "Percaya", "Percaya: {label}"
NOT_BELIEVING = "Lainnya: {realistic} sudah dekat kenyataan, {mixed} di tengah atau belum tahu."
AGREEING, DISAGREEING = "{count} dari {n} setuju", "{count} dari {n} tidak setuju"
LEANINGS = "{this} condong ke pekerjaan ini, {balanced} berimbang, {that} condong ke {label}."

QUALITY = "{good} lembar baik, {note} dengan catatan, {low} perlu ditanyakan."
FLAGS_FOUND = "Tandanya: {flags}. Tanda itu pertanyaan, bukan tuduhan."
FLAG_COUNT = "{flag} ({count})"
FEW_LEFT = "Lembar lainnya kurang dari {fewest}, terlalu sedikit untuk direkap sendiri."
NOTHING_LEFT = "Tanpa lembar yang perlu ditanyakan tidak ada hasil yang tersisa."
WITHOUT_LOW = "Tanpa lembar yang perlu ditanyakan: {verdicts}."
VERDICT_COUNT = "{verdict} {count}"
SHIFT = "Rata-rata skala bergeser paling jauh {points} poin ({label})."
NO_SHIFT = "Rata-rata skala hampir tidak bergeser."

ALPHA = (
    "Keandalan (alpha, paling tinggi 1) adalah seberapa searah pernyataan satu skala dijawab. "
    "Di sini {lowest} ({lowest_label}) sampai {highest} ({highest_label})."
)
ALPHA_INTERVAL = (
    "Dengan {n} lembar lengkap, angka yang terendah itu bisa saja di antara {low} dan {high}."
)
ALPHA_NEGATIVE = "Di bawah 0 berarti jawabannya saling bertolak belakang."
ALPHA_MISSING = (
    "Keandalan (alpha), yaitu seberapa searah pernyataan satu skala dijawab, belum cukup data. "
    "Perlu {minimum} lembar lengkap; baru ada {n}."
)
ALPHA_IMPOSSIBLE = (
    "Keandalan (alpha), yaitu seberapa searah pernyataan satu skala dijawab, tidak bisa dihitung. "
    "Jawabannya tidak beragam."
)
LIMITS = "Rekap ini bahan obrolan, bukan dasar memilih atau menempatkan orang."

GROUP, GROUP_SIZE = "Kelompok", "Orang"
STRONGEST, WEAKEST = "Paling mendukung", "Paling sedikit mendukung"
ONE_OF_TWO, ONE_OF_MORE = "{first} atau {last}", "{first}, atau {last}"
POOLED = "{groups} kelompok digabung"
LOW_QUALITY = "Perlu ditanyakan"
LEANING = "Condong ke {label}"
GROUPS_LEGEND = "Yang tidak bisa dinilai tidak dihitung. Urutannya menurut nama, bukan peringkat."
HIDDEN_LEGEND = (
    "Angka kecil, kadang bersama angka di sekitarnya, disembunyikan (–). "
    "Dengan begitu jawaban segelintir orang tidak tertebak."
)
POOLED_LEGEND = (
    "Kelompok di bawah {fewest} orang digabung tanpa nama; "
    "bila perlu, kelompok kecil berikutnya ikut."
)
JOINED_LEGEND = "Hasil yang berdekatan dijumlahkan, karena satu per satu terlalu kecil."
LEFT_OUT_LEGEND = "Sebagian kolom tidak ditulis, karena kelompoknya terlalu kecil."
NO_GROUPS = (
    "Kelompok menurut {per} belum bisa dibandingkan. "
    "Perlu paling sedikit dua kelompok berisi {fewest} orang atau lebih."
)

WORKSHEETS = {
    "people": "Ringkasan",
    "scales": "Skala",
    "without_low": "Skala tanpa yang ditanyakan",
    "items": "Butir",
    "groups": "Kelompok",
    "means": "Rata-rata kelompok",
    "legend": "Keterangan",
}
WORD = "Kata"
COUNT_HEADERS = ("Bagian", "Apa", "Berapa orang", "Dari")
PARTS = {
    "people": "Orang",
    "verdicts": "Hasil",
    "without_low": "Hasil tanpa yang perlu ditanyakan",
    "beliefs": "Anggapan",
    "contrasts": "Condong ke pekerjaan mana",
    "quality": "Mutu jawaban",
    "flags": "Tanda pada lembar",
}
OUTCOMES = {
    "scored": "Mendapat hasil",
    "undetermined": UNDETERMINED,
    "rejected": REJECTED,
}
COUNTED = "{label}: {reading}"
READINGS = {
    "myth": "percaya",
    "mixed": "di tengah atau belum tahu",
    "realistic": "sudah dekat kenyataan",
    "unread": "belum cukup dijawab",
}
STATEMENT_FOR, STATEMENT_AGAINST = "Setuju: {statement}", "Tidak setuju: {statement}"
TRUTH = "Katanya: {claim} Nyatanya: {reality}"
LEANING_WORDS = {
    "this": "{this}",
    "balanced": "Berimbang",
    "that": "{that}",
    "unread": "Belum cukup dijawab",
}
QUALITY_WORDS = {
    "good": "Lembar baik",
    "note": "Lembar dengan catatan",
    "low": "Lembar yang perlu ditanyakan",
}
SCALE_HEADERS = (
    *("Skala", "Id", "Orang dengan skor", "Rata-rata (0–100)", "Simpangan baku"),
    *("Lembar lengkap", "Keandalan (alpha)", "Alpha, batas bawah 95%", "Alpha, batas atas 95%"),
    *("Alpha baku", "Galat baku pengukuran", "Omega total"),
)
ITEM_HEADERS = (
    *("Skala", "Butir", "Pernyataan", "Arah", "Menjawab", "Kosong"),
    *("Rata-rata searah skala", "Simpangan baku"),
    *("Korelasi dengan butir lain", "Alpha tanpa butir ini"),
)
KEYS = {False: "biasa", True: "terbalik"}
MEAN_OF = "Rata-rata: {label}"
BLANK_GROUP = "(kosong)"
NO_NUMBERS = TOO_FEW, NO_VALUE, HIDDEN = "belum cukup data", "-", "–"
"""In place of a number."""
MEANINGS = (
    Described(
        "Skala",
        "Kumpulan pernyataan tentang satu hal. Skornya 0 sampai 100, tengahnya 50.",
    ),
    Described("Butir", "Satu pernyataan kuis."),
    Described(
        "Simpangan baku",
        "Sebaran antarorang: makin besar, makin berbeda jawaban orang-orangnya.",
    ),
    Described(
        "Lembar lengkap",
        "Orang yang menjawab semua pernyataan skala ini. "
        "Keandalan dihitung dari lembar mereka saja.",
    ),
    Described(
        "Keandalan (alpha)",
        "Seberapa searah butir satu skala dijawab, paling tinggi 1 (alpha Cronbach). "
        "Perlu {alpha} lembar lengkap.",
    ),
    Described(
        "Alpha, batas 95%",
        "Karena orangnya terbatas, alpha bisa saja sejauh kedua batas ini (cara Feldt).",
    ),
    Described("Alpha baku", "Alpha kalau sebaran semua butir dianggap sama."),
    Described(
        "Galat baku pengukuran",
        "Dua dari tiga kali, skor yang sebenarnya ada dalam skor ± galat ini.",
    ),
    Described(
        "Omega total",
        "Keandalan dengan anggapan bahwa satu hal yang sama menggerakkan semua butir (McDonald). "
        "Perlu {omega} lembar lengkap.",
    ),
    Described(
        "Arah",
        "Butir terbalik menyatakan kebalikan skalanya; jawabannya dibalik sebelum dihitung.",
    ),
    Described("Rata-rata searah skala", "Rata-rata jawaban setelah butir terbalik dibalik."),
    Described(
        "Korelasi dengan butir lain",
        "Seberapa sejalan butir ini dengan butir lain di skalanya, dari -1 sampai 1. "
        "Perlu {item_total} lembar lengkap.",
    ),
    Described("Alpha tanpa butir ini", "Keandalan skala kalau butir ini tidak dipakai."),
    Described(
        "Lembar yang perlu ditanyakan",
        "Mutu jawabannya rendah: hasilnya belum tentu menggambarkan orangnya. "
        "Tanyakan, jangan menuduh.",
    ),
    Described("belum cukup data", "Orangnya masih terlalu sedikit untuk angka ini."),
    Described(
        "–",
        "Disembunyikan supaya jawaban segelintir orang tidak tertebak. "
        "Kolom yang seluruhnya tersembunyi tidak ditulis.",
    ),
)
"""Words of the sheets, and what they mean."""
