"""The texts about a result, by occasion. Plain Indonesian, "kamu", at most 20 words each.

Names in braces are filled with labels and rounded numbers.
"""

from __future__ import annotations

TITLES = {
    "verdict": "Hasilmu",
    "strengths": "Yang mendukung",
    "scales": "Skor tiap skala",
    "cautions": "Yang perlu dicek",
    "growth": "Yang bisa dilatih",
    "change": "Yang bisa mengubah hasil",
    "beliefs": "Katanya dan nyatanya",
    "contrasts": "Bedanya dengan pekerjaan yang mirip",
    "quality": "Caramu menjawab",
    "next_steps": "Langkah berikutnya",
    "limits": "Batas kuis ini",
    "conclusion": "Kesimpulan",
}
AND = " dan "
NAMED_TITLE = "{title}, {respondent}"
NUMBERED_TITLE = "{title} (orang ke-{row})"

FIT = "Kecocokan {fit} dari 100."
FIT_WITH_ERROR = "Kecocokan {fit} dari 100, kisaran {low} sampai {high}."
BECAUSE = "Skormu masuk {band}; hasilnya {verdict} karena {reason}"
CAP_REASON = "{labels} jelas tinggi. Penghambat yang jelas tinggi menurunkan hasil satu tingkat."
ALL_REASON = "semua penghambat tinggi sekaligus."
ALL_TOGETHER = "Semua penghambat tinggi sekaligus, dan itu menentukan hasil ini."
BETWEEN = "Hasilmu ada di antara {lower} dan {upper} karena kecocokanmu dekat batas {bound}."
STABILITY = {
    "stable": "Hasil ini cukup stabil: peluang tingkat ini tepat sekitar {percent} dari 100.",
    "shifting": "Hasil ini bisa bergeser: peluang tingkat ini tepat sekitar {percent} dari 100.",
    "border": "Hasil ini di perbatasan: peluang tingkat ini tepat hanya {percent} dari 100.",
    None: "Kestabilan hasil ini belum bisa dinilai.",
}
STABILITY_WORDS = {
    "stable": "cukup stabil",
    "shifting": "bisa bergeser",
    "border": "di perbatasan",
    None: "belum bisa dinilai",
}
UNSCORED_TRAIT = "Skala {label} belum bisa dihitung, jadi kecocokan ini memakai skala lainnya."
LOW_QUALITY = "Hasil ini belum tentu menggambarkan dirimu. {reason} {retake}"
NOTED_QUALITY = "Baca hasil ini dengan hati-hati. {reason} {retake}"
RETAKE = "Kalau tadi terburu-buru, isi lagi dengan santai."

UNDETERMINED = "Belum bisa ditentukan"
UNDETERMINED_DETAIL = "Jawabanmu belum cukup untuk sebuah hasil."
TOO_FEW_ANSWERS = (
    "Baru {answered} dari {items} pernyataan kecocokan terjawab; perlu paling sedikit {needed}."
)
BLOCKING_SCALE = "Skala {label} belum bisa dihitung: {reason}"
BLOCKING_SCALES = "Skala yang belum bisa dihitung: {labels}."
SCALE_TOO_FEW = (
    "baru {answered} dari {items} pernyataannya terjawab, perlu paling sedikit {needed}."
)
SCALE_ONE_SIDED = "pernyataan yang terjawab searah semua, padahal perlu juga yang sebaliknya."
REJECTED = "Tidak bisa dinilai"
REJECTED_DETAIL = "Ada jawaban yang tidak bisa dibaca."

NO_STRENGTH = "Belum ada skala yang menonjol hari ini. Yang paling mendukung: {label}."
NO_SCORES = "Belum ada skala yang bisa dihitung."
SCALE_LEGEND = "Skor 0 sampai 100; 50 berarti jawabanmu rata-rata tepat di tengah."
ERROR_LEGEND = "Kisaran: sejauh itu skormu kira-kira bisa bergeser kalau kuis diisi lagi."
LEGEND_SCORE, LEGEND_ERROR = "skormu", "kisaran ±"
RANGE = "kisaran"
TRAITS, TRAITS_HINT = "Pendukung", "makin tinggi makin mendukung"
ANTI_TRAITS, ANTI_TRAITS_HINT = "Penghambat", "makin rendah makin mendukung"
LEVELS = ("rendah", "sedang", "tinggi")
UNSCORED = "belum bisa dihitung"

WATCH = (
    "Skornya {score}, kisaran {low} sampai {high}. "
    "Sebagian kisaran itu masih di bawah batas {bound}, jadi hasilmu tidak diturunkan."
)
WATCH_WITHOUT_ERROR = "Skornya {score}, sudah mencapai batas {bound}. Hasilmu tidak diturunkan."
CAP = (
    "Skornya {score}, kisaran {low} sampai {high}. "
    "Seluruh kisaran itu {bound} ke atas, jadi hasilmu turun satu tingkat."
)
CAP_WITHOUT_ERROR = "Skornya {score}, jelas {bound} ke atas, jadi hasilmu turun satu tingkat."
CAP_AT_LOWEST = (
    "Skornya {score}, jelas {bound} ke atas. "
    "Hasilmu sudah di tingkat terendah, jadi tidak turun lagi."
)
ALL = "Skornya {score}, sudah mencapai batas {bound}."
ANSWERS_BEHIND = "Jawaban di baliknya:"

UP = "Naik ke {verdict} kalau {steps} jawaban bergeser satu pilihan ke arah yang mendukung."
DOWN = "Turun ke {verdict} kalau {steps} jawaban bergeser satu pilihan ke arah sebaliknya."
HIGHEST = "Hasilmu sudah di tingkat tertinggi."
LOWEST = "Hasilmu sudah di tingkat terendah."
CHANGE_LEGEND = "Itu jumlah paling sedikit, dihitung dari jawaban yang paling berpengaruh."

CLAIM, REALITY, BELIEVED = "Katanya", "Nyatanya", "Kamu"
READINGS = {
    "myth": "Masih cenderung percaya anggapan ini, {score} dari 100.",
    "mixed": "Masih setengah percaya anggapan ini, {score} dari 100.",
    "realistic": "Sudah dekat dengan kenyataannya; percaya anggapan ini {score} dari 100.",
    None: "Belum cukup banyak menjawab untuk dibaca.",
}
LEANINGS = {
    "this": "Jawabanmu lebih condong ke {this}: {score} dari 100.",
    "that": "Jawabanmu lebih condong ke {that}: hanya {score} dari 100 untuk {this}.",
    "balanced": "Jawabanmu berimbang di antara keduanya: {score} dari 100 untuk {this}.",
    None: "Jawabanmu belum cukup untuk membandingkan keduanya.",
}
KNOWLEDGE = "Bagian ini di luar kecocokan; isinya pengetahuanmu tentang pekerjaan ini."

GOOD_QUALITY = "Tidak ada tanda jawaban asal-asalan."
FLAGS = {
    "straight_line": (
        "Jawabanmu hampir sama terus, sampai {longstring} kali berturut-turut. "
        "Apakah memang begitu maksudmu?"
    ),
    "pattern": "Jawabanmu membentuk pola berulang. Apakah tiap pernyataan sempat kamu baca?",
    "too_fast": (
        "Kamu menjawab tiap pernyataan dalam waktu sekitar {seconds} detik. "
        "Apakah semuanya sempat kamu baca?"
    ),
    "inconsistent": (
        "Beberapa jawaban tentang hal yang sama saling bertolak belakang. "
        "Mungkin ada pernyataan yang terbaca terbalik?"
    ),
    "mostly_neutral": (
        "Hampir semua jawabanmu di tengah. "
        "Mungkin kamu masih ragu, atau pengalamannya memang belum ada?"
    ),
    "acquiescence": (
        "Kamu cenderung menjawab ke satu arah saja, apa pun isinya. "
        "Apakah tiap jawaban sesuai maksudmu?"
    ),
    "incomplete": "Ada {missing} dari {items} pernyataan yang kosong.",
}
FLAGGED_QUALITY = "Catatannya ada di atas, bersama hasilmu."
ANSWERED = "Terjawab {answered} dari {items} pernyataan. {finding}"

NOT_VALIDITY = (
    "Kisaran skor hanya menyangkut cara menjawab. "
    "Itu bukan bukti bahwa kuis ini mengukur dengan tepat."
)
STAMP = "Profil {profile} versi {version}, penilaian versi {scoring}, sidik {sha256}."
CONCLUSION = "Hasil: {verdict}"
CONCLUSION_FIT = "Hasil: {verdict} (kecocokan {fit} dari 100)"

SUBJECT = "{about}: {label}"
NOTICE = "Perhatian: {text}"
BAND = "{label} {low} sampai {high}"
BANDS = "Tingkat hasil: {bands}."
MEASURE = "{label}: {score} dari 100, {range} {low} sampai {high}, {word}."
MEASURE_WITHOUT_ERROR = "{label}: {score} dari 100, {word}."
MEASURE_UNSCORED = "{label}: {word}."
SHARE = "{label}: {count} dari {whole}."
OF_WHOLE = "dari {whole}"
KEPT_BACK = "disembunyikan"
GROUPED, FACT = "{group}. {facts}.", "{header}: {cell}"
ANSWER = "{statement} Jawaban: {answer}."
PERSON = "{row}. {respondent}. {facts}."
PERSON_UNNAMED = "{row}. {facts}."
PERSON_FACTS = {
    "verdict": "Hasil: {}",
    "fit": "kecocokan: {} dari 100",
    "stability": "kestabilan: {}",
    "quality": "mutu jawaban: {}",
}

COUNTS = (
    "{people} orang: {scored} dinilai, {undetermined} belum bisa ditentukan, {rejected} ditolak."
)
