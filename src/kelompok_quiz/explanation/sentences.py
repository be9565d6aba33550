"""Every sentence about a result, by occasion. Plain Indonesian, "kamu", at most 20 words each.

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
    "quality": "Cara menjawab",
    "next_steps": "Langkah berikutnya",
    "limits": "Batas kuis ini",
    "conclusion": "Kesimpulan",
}

FIT = "Kecocokan {fit} dari 100"
FIT_WITH_ERROR = "Kecocokan {fit} dari 100, kira-kira ± {error}"
BECAUSE = "Skormu masuk {band}; hasilnya {verdict}, karena {reason}"
CAP_REASON = "{labels} jelas tinggi. Penghambat yang jelas tinggi menurunkan hasil satu tingkat."
ALL_REASON = "semua penghambat tinggi sekaligus."
ALL_TOGETHER = "Semua penghambat tinggi sekaligus, dan itu menentukan hasil ini."
BETWEEN = "Hasilmu ada di antara {lower} dan {upper}, karena kecocokanmu dekat batas {bound}."
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
LOW_QUALITY = "Mutu jawabanmu rendah. {reason} Hasil ini belum tentu menggambarkan dirimu."
NOTED_QUALITY = "Ada catatan tentang cara menjawab. {reason} Baca hasil ini dengan hati-hati."

UNDETERMINED = "Belum bisa ditentukan"
UNDETERMINED_DETAIL = "Jawabanmu belum cukup untuk sebuah hasil."
TOO_FEW_ANSWERS = (
    "Baru {answered} dari {items} butir kecocokan terjawab; perlu paling sedikit {needed}."
)
BLOCKING_SCALE = "Skala {label} belum bisa dihitung: {reason}"
BLOCKING_SCALES = "Skala yang belum bisa dihitung: {labels}."
SCALE_TOO_FEW = "baru {answered} dari {items} butirnya terjawab, perlu paling sedikit {needed}."
SCALE_ONE_SIDED = "butir yang terjawab hanya dari satu arah, padahal perlu keduanya."
REJECTED = "Tidak bisa dinilai"
REJECTED_DETAIL = "Ada jawaban yang tidak bisa dibaca."

NO_STRENGTH = "Belum ada skala yang menonjol hari ini. Yang paling mendukung: {label}."
NO_SCORES = "Belum ada skala yang bisa dihitung."
SCALE_LEGEND = "Skor 0 sampai 100; 50 berarti jawabanmu rata-rata tepat di tengah."
ERROR_LEGEND = (
    "Tanda ± menunjukkan ralat menjawab: kalau diisi lagi, skor biasanya bergeser sejauh itu."
)
TRAITS = "Pendukung (makin tinggi makin mendukung)"
ANTI_TRAITS = "Penghambat (makin rendah makin mendukung)"
LEVELS = ("rendah", "sedang", "tinggi")
LABEL_WITH_LEVEL = "{label} ({level})"
UNSCORED = "belum bisa dihitung"

WATCH = (
    "Skornya {score}, jadi masuk batas {bound} ke atas. "
    "Karena ralatnya ± {error}, hasilmu tidak diturunkan."
)
WATCH_WITHOUT_ERROR = "Skornya {score}, jadi masuk batas {bound} ke atas. Hasilmu tidak diturunkan."
CAP = (
    "Skornya {score}. Setelah dikurangi ralat {error} pun masih {bound} ke atas, "
    "jadi hasilmu turun satu tingkat."
)
CAP_WITHOUT_ERROR = "Skornya {score}, jelas {bound} ke atas, jadi hasilmu turun satu tingkat."
CAP_AT_LOWEST = (
    "Skornya {score}, jelas {bound} ke atas. "
    "Hasilmu sudah di tingkat terendah, jadi tidak turun lagi."
)
ALL = "Skornya {score}, dan semua penghambat lain juga mencapai {bound}."
ANSWERS_BEHIND = "Jawaban di baliknya:"

UP = "Naik ke {verdict}: {steps} jawaban bergeser satu tingkat ke arah mendukung."
DOWN = "Turun ke {verdict}: {steps} jawaban bergeser satu tingkat ke arah sebaliknya."
HIGHEST = "Hasilmu sudah di tingkat tertinggi."
LOWEST = "Hasilmu sudah di tingkat terendah."
CHANGE_LEGEND = "Ini jumlah paling sedikit, dihitung dari jawaban yang paling berpengaruh."

READINGS = {
    "myth": "Jawabanmu masih cenderung percaya anggapan ini ({score} dari 100).",
    "mixed": "Jawabanmu masih campuran ({score} dari 100).",
    "realistic": "Jawabanmu sudah dekat dengan kenyataannya ({score} dari 100 untuk anggapan ini).",
    None: "Jawabanmu belum cukup untuk dibaca.",
}
LEANINGS = {
    "this": "Jawabanmu lebih condong ke {this} ({score} dari 100).",
    "that": "Jawabanmu lebih condong ke {that} ({score} dari 100 untuk {this}).",
    "balanced": "Jawabanmu berimbang di antara keduanya ({score} dari 100 untuk {this}).",
    None: "Jawabanmu belum cukup untuk membandingkan keduanya.",
}
KNOWLEDGE = "Bagian ini tidak dihitung dalam kecocokan; isinya pengetahuan tentang pekerjaannya."

GOOD_QUALITY = "Tidak ada tanda jawaban asal-asalan."
FLAGS = {
    "straight_line": (
        "Jawabanmu hampir sama terus; yang berturut-turut sama sampai {longstring} butir. "
        "Apakah memang begitu maksudmu?"
    ),
    "pattern": "Jawabanmu membentuk pola berulang. Apakah tiap pernyataan sempat kamu baca?",
    "too_fast": (
        "Waktu menjawabmu sekitar {seconds} detik tiap butir. "
        "Apakah tiap pernyataan sempat kamu baca?"
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
    "incomplete": "Ada {missing} dari {items} butir yang kosong.",
}
RETAKE = "Kalau tadi terburu-buru, isi lagi dengan santai."
ANSWERED = "Terjawab {answered} dari {items} butir."

NOT_VALIDITY = (
    "Ralat ± hanya tentang cara menjawab, bukan bukti bahwa kuis ini mengukur dengan tepat."
)
STAMP = "Profil {profile} versi {version}, penilaian versi {scoring}, sidik {sha256}."
CONCLUSION = "Hasil: {verdict}"
CONCLUSION_FIT = "Hasil: {verdict} (kecocokan {fit} dari 100)"

COUNTS = (
    "{people} orang: {scored} dinilai, {undetermined} belum bisa ditentukan, {rejected} ditolak."
)
