"""The trail: every step of a result's arithmetic, with its numbers filled in."""

from __future__ import annotations

TITLE = "Jejak hitungan {respondent}"
QUALITY_TITLE = "Mutu jawaban"
PROVENANCE_TITLE = "Asal hitungan"
SCALE_TITLES = {
    "trait": "{label} (pendukung, bobot {weight})",
    "anti_trait": "{label} (penghambat, bobot {weight})",
    "belief": "{label} (anggapan, di luar kecocokan)",
    "contrast": "{label} (pembanding, di luar kecocokan)",
}
NO_SCORE = "Tidak ada skor: terjawab {answered} dari {items} butir."
SCORE = "Skor = 100 × (rata-rata {mean} − 1) / ({points} − 1) = {score}."
SUPPORT = "Dukungan = 100 − {score} = {support}."
CONTRIBUTION = "Sumbangan = {weight} × {support} / {total} = {contribution}."
ERROR = "Galat baku = 100 / ({points} − 1) × {spread} / √{answered} = {se}."
FIT = "Kecocokan = {terms} = {fit}."
FIT_ERROR = (
    "Galat baku kecocokan = √(jumlah dari (bobot × galat baku skala)²) / {total} = {fit_se}."
)
SCATTER = "Simpangan jawaban di dalam skala kecocokan (gabungan) = {scatter}."
NO_SCATTER = "Simpangan jawaban di dalam skala kecocokan tidak bisa dihitung."
LEAST_SPREAD = "Galat baku memakai {spread}, batas terkecilnya: jawaban yang rata pun bisa meleset."
BAND = "Batas tingkat: {bounds}. Kecocokan {fit} masuk {band}."
BOUND = "{label} dari {floor}"
CAUTIONS = "Penghambat yang perlu dicek: {cautions}. Batasnya {bound}."
CAUTION_EFFECTS = {
    "watch": "tidak menurunkan hasil",
    "cap": "menurunkan hasil",
    "all": "bersama semua penghambat",
}
NO_CAUTIONS = "Tidak ada penghambat yang mencapai {bound}."
VERDICT = "Hasil: {verdict}."
ANSWER = "{answer} ({response})"
REVERSED = "{answer} ({response}), terbalik, dihitung {keyed}"
BLANK = "kosong"
INDICES = {
    "longstring": "Jawaban sama berturut-turut paling panjang: {}",
    "sd": "Simpangan baku semua jawaban: {}",
    "alternating": "Selang-seling paling panjang: {}",
    "autocorrelation": "Autokorelasi terbesar: {}",
    "consistency": "Konsistensi C: {}",
    "within_sd": "Simpangan di dalam skala: {}",
    "balanced_mean": "Rata-rata berimbang: {}",
    "median_seconds": "Waktu tengah per butir (detik): {}",
}
FLAGS = "Tanda: {}"
NONE = "tidak ada"
NOT_VALIDITY = (
    "Galat hanya menyangkut cara menjawab. Itu bukan bukti bahwa kuis ini mengukur dengan tepat."
)
