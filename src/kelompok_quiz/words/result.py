"""The texts about a result, by occasion. Plain Indonesian, "kamu", at most 20 words each.

Names in braces are filled with labels and rounded numbers.
"""

from __future__ import annotations

TITLES = {
    "verdict": "Hasilmu",
    "tasks": "Isi pekerjaannya dan jawabanmu",
    "direction": "Yang mendukung dan yang menahan",
    "scales": "Skor tiap skala: minat dan kebiasaan, bukan kemampuan",
    "cautions": "Yang perlu dicek",
    "beliefs": "Katanya dan nyatanya, di luar skor",
    "contrasts": "Bedanya dengan pekerjaan yang mirip",
    "discussion": "Jawaban yang layak dibahas",
    "next_steps": "Langkah berikutnya",
    "limits": "Batas kuis ini",
}
AND, LAST_AND = " dan ", ", dan "
NAMED_TITLE = "{title}, {respondent}"
NUMBERED_TITLE = "{title} (orang ke-{row})"

FIT = "Kecocokan {fit} dari 100, kisaran {low} sampai {high}."
FIT_ANSWERED_WELL = "Kecocokan {fit} dari 100, kisaran {low} sampai {high}. Cara menjawabmu wajar."
BECAUSE = "Skormu masuk {band}; hasilnya {verdict}, karena {reason}"
CAP_REASON = "{labels} jelas tinggi. Penghambat yang jelas tinggi menurunkan hasil satu tingkat."
LOWERED = (
    "Cek dulu bagian itu lewat pengalaman langsung atau obrolan dengan orang yang kamu percaya."
)
ALL_REASON = "semua penghambat tinggi sekaligus."
BETWEEN = "Hasilmu di antara {lower} dan {upper}, karena kecocokanmu dekat batas {bound}."
BORDER = "Di perbatasan: {chance}"
CHANCE = "menurut hitungan, peluang tingkat ini tepat {percent} dari 100."
HIGH_CHANCE = "menurut hitungan, peluangnya tepat lebih dari {percent} dari 100."
STABILITY = {
    "stable": "Cukup stabil: {chance}",
    "shifting": "Bisa bergeser: {chance}",
}
STABILITY_WORDS = {
    "stable": "cukup stabil",
    "shifting": "bisa bergeser",
    "border": "di perbatasan",
}
UP = "Kalau {steps} jawaban bergeser satu pilihan, hasilnya bisa naik ke {verdict}."
DOWN = "Kalau {steps} jawaban bergeser satu pilihan, hasilnya bisa turun ke {verdict}."
NEUTRAL_SHEET = (
    "Belum ada arah: skormu dekat tengah di semua skala. "
    "Pengalaman kecil di dunia nyata bisa memberi arah."
)
UNSCORED_TRAIT = "Skala {label} belum bisa dihitung, jadi kecocokan ini memakai skala lainnya."
LOW_QUALITY = "Jawaban ini belum tentu menggambarkan dirimu. {reason} {retake}"
NOTED_QUALITY = "Bacalah dengan hati-hati. {reason} {retake}"
RETAKE = "Kalau tadi terburu-buru, isi lagi dengan santai."
RETAKE_STEP = "Isi lagi kuis ini dengan santai, lalu bandingkan hasilnya."

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
REJECTED_DETAIL = "Ada jawaban yang tidak bisa dibaca. Betulkan isinya, lalu nilai lagi."

NO_ANSWER = "belum dijawab"
FAVOURABLE, UNFAVOURABLE = "{response} (mendukung)", "{response} (menahan)"
ALL_SUPPORTING = "Semua skala mendukung."
ALL_HOLDING = "Di kuis ini belum ada skala yang mendukung."
SUPPORTING = "Mendukung: {labels}."
SLIGHTLY_SUPPORTING = "Agak mendukung: {labels}."
SLIGHTLY_HOLDING = "Agak menahan: {labels}."
SUPPORTING_TOO = "Mendukung juga: {labels}."
HOLDING = "Menahan, karena masih rendah: {labels}."
NONE_HOLDING = "Tidak ada skala yang jelas menahan."
NO_DIRECTION = "Belum ada skala yang jelas mendukung atau menahan."
NO_SCORES = "Belum ada skala yang bisa dihitung."
LEGEND_SCORE = "skormu"
LEGEND_ERROR = "kisaran: dua dari tiga kali, skor sebenarnya ada di sini"
RANGE = "kisaran"
TRAITS, TRAITS_HINT = "Pendukung", "makin tinggi makin mendukung; 50 netral"
ANTI_TRAITS, ANTI_TRAITS_HINT = "Penghambat", "makin rendah makin mendukung"
OPPOSITES = "Lawannya: {labels}."
OPPOSITE_OF = "Lawan dari {label}"
LEVELS = ("rendah", "sedang", "tinggi")
UNSCORED = "belum bisa dihitung"

WATCH = (
    "Skornya {score}, kisaran {low} sampai {high}. "
    "Sebagian kisaran itu masih di bawah {bound}, jadi hasilmu tidak diturunkan."
)
CAP = (
    "Skornya {score}, kisaran {low} sampai {high}. "
    "Seluruh kisaran itu {bound} ke atas, jadi ini ikut menurunkan hasilmu."
)
CAP_AT_LOWEST = (
    "Skornya {score}, jelas {bound} ke atas. "
    "Hasilmu sudah di tingkat terendah, jadi tidak turun lagi."
)
ALL = "Skornya {score}; mulai {bound} perlu dicek."
OWN_BOUND = (
    "Batas {bound} dan aturan turun satu tingkat pilihan penyusun kuis, "
    "bukan isi uraian pekerjaannya."
)

CLAIM, REALITY, BELIEVED = "Katanya", "Nyatanya", "Kamu"
REALISTIC = "Anggapan “{label}”: jawabanmu sudah dekat dengan kenyataan."
READINGS = {
    "myth": "Jawabanmu condong percaya pada anggapan ini.",
    "mixed": "Sebagian jawabanmu sejalan dengan anggapan ini, sebagian tidak.",
    "middling": "Jawabanmu di sekitar tengah; inilah kenyataannya.",
    "doubtful": "",
    None: "Jawabanmu belum cukup untuk disimpulkan.",
}
LEANINGS = {
    "this": "Kalau harus memilih, kamu condong ke pekerjaan ini ({score} ± {error}; 50 di tengah).",
    "that": "Kalau harus memilih, kamu condong ke {that} ({score} ± {error}; 50 di tengah).",
    "balanced": "Jawabanmu di antara keduanya ({score} ± {error}; 50 di tengah).",
    None: "Jawabanmu belum cukup untuk membandingkan keduanya.",
}
LEANING_CONFLICTS = {
    ("for", "that"): (
        "Hasilmu mendukung pekerjaan ini, tetapi di sini kamu condong ke {that}. "
        "Lihat keduanya sebelum memilih."
    ),
    (
        "against",
        "this",
    ): "Di sini kamu condong ke pekerjaan ini, tetapi bagian lainnya masih menahan.",
    ("against", "that"): "Ini baru pilihan di antara keduanya, belum berarti pekerjaan itu cocok.",
}

STRONGEST_FOR = "Contoh yang mendukung"
STRONGEST_AGAINST = "Contoh yang menahan"
IN_CONFLICT = "Tampak bertentangan"
OWN_NOTES = "Catatanmu"
FILL_GAPS = "Isi lagi kuis ini dan jawab lebih banyak, supaya hasilnya bisa ditentukan."
GROWTH = "Untuk “{label}”: {growth}"

LITTLE_SPREAD = "Jawabanmu hampir tidak berubah-ubah. Apakah memang begitu maksudmu?"
FLAGS = {
    "straight_line": (
        "Ada {longstring} jawaban sama berturut-turut. Apakah memang begitu maksudmu?"
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
        "Jawabanmu berkumpul di sekitar tengah. "
        "Mungkin kamu masih ragu, atau pengalamannya memang belum ada?"
    ),
    "acquiescence": (
        "Kamu cenderung menjawab ke satu arah saja, apa pun isinya. "
        "Apakah tiap jawaban sesuai maksudmu?"
    ),
    "incomplete": "Ada {missing} dari {items} pernyataan yang kosong.",
}
STAMP = "Profil {profile} versi {version}, penilaian versi {scoring}, sidik {sha256}."
CONCLUSION = "Hasil: {verdict}"
CONCLUSION_FIT = "Hasil: {verdict} (kecocokan {fit} dari 100)"
CONCLUSION_DOUBTFUL = "Hasil: {verdict} (kecocokan {fit} dari 100, masih diragukan)"
CONCLUSION_LOWERED = "Hasil: {verdict} (kecocokan {fit} dari 100, turun karena penghambat)"
STRENGTH_AND_STEP = "Yang mendukung, antara lain {labels}. Mulailah dari langkah 1."
STEP_ALONE = "Mulailah dari langkah 1."

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
