"""What a person reads during the quiz, beside the texts of the profile."""

from __future__ import annotations

OPENING = (
    "Cocokkah pekerjaan ini untukmu? Ada {statements} pernyataan, sekitar {minutes} menit. "
    "Isinya minat, kebiasaan, dan anggapanmu, bukan kemampuan."
)
NOT_A_TEST = "Ini bahan mengenal diri, bukan tes psikologi dan bukan alat seleksi."
KEPT_UNTIL_DONE = "Jawabanmu hanya ada di komputer ini, lalu dihapus begitu hasilnya tampil."
KEPT_IN_FILE = "Seperti yang kamu minta, jawabanmu juga disimpan di {file}."
NOT_KEPT = "Jawabanmu tidak bisa disimpan di sini, jadi selesaikan sekaligus."
HOW_TO_ANSWER = (
    "Jawab apa adanya; yang sulit boleh dilewati. "
    "Kalau belum pernah mengalaminya, jawab menurut perkiraanmu."
)

EARLIER = "(jawabanmu)"
SKIPPED = "Tadi kamu lewati."
UNSAVED = "Jawaban terakhirmu belum tersimpan. Kuis tetap bisa dilanjutkan."
EXPLAINED = (
    "Pilih jawaban yang paling sesuai menurutmu. "
    "Kalau belum pernah mengalaminya, jawab menurut perkiraanmu."
)

HALFWAY_TITLE = "Setengah jalan"
HALFWAY = (
    "Sudah {done} dari {statements} pernyataan. Istirahat dulu kalau perlu; "
    "waktu istirahat tidak dihitung."
)

OVERVIEW_TITLE = "Kamu sudah sampai di akhir"
ALL_ANSWERED = (
    "Terjawab semua, {statements} pernyataan. Kamu masih bisa kembali untuk memeriksanya."
)
SOME_SKIPPED = "Terjawab {answered} dari {statements} pernyataan."
STILL_EMPTY = "Yang masih kosong:"
NOT_ENOUGH = "Jawab paling sedikit {fewest} pernyataan lagi supaya hasilnya bisa ditentukan."
TO_RESULT = "Lihat hasil"

FOUND_TITLE = "Ada sesi yang belum selesai"
FOUND = "Sesi ini sudah sampai {done} dari {statements} pernyataan, terakhir {when}."
FOUND_WHOSE = "Ini sesimu?"
FOUND_RESUME = "Ya, lanjutkan"
FOUND_NEW = "Bukan, atau mau mulai baru"
FOUND_ASIDE = "Kalau kamu mulai baru, sesi ini disisihkan, bukan dihapus."
FOUND_ASIDE_DAYS = (
    "Kalau kamu mulai baru, sesi ini disisihkan, dan baru dihapus setelah {days} hari."
)
LEAVE = "Keluar"
UNUSABLE_TITLE = "Sesi lama tidak bisa dilanjutkan"
UNUSABLE_FILE = "Berkasnya: {file}"
UNUSABLE_NEW = "Sisihkan, lalu mulai baru"
RETAKE_TITLE = "Mau mengisi lagi?"
RETAKE = "Hasil ini mungkin belum menggambarkan dirimu. Itu biasa kalau lelah atau terburu-buru."
RETAKE_AGAIN = "Ya, isi lagi dengan santai"
RETAKE_DONE = "Tidak, cukup"

SAVED = "Jawabanmu tersimpan. Lanjutkan kapan saja dengan:\n  {command}"
SAFE = "Jawabanmu aman. Kalau sudah diperbaiki, lanjutkan dengan:\n  {command}"
NOT_SAVED = "Jawaban kali ini tidak tersimpan."
NOTHING_TO_SAVE = "Belum ada jawaban, jadi tidak ada yang disimpan."
PUT_ASIDE = "Sesi lama disisihkan di {file}. Untuk melanjutkannya:\n  {command}"
KEPT_AS_ASKED = "Jawabanmu disimpan di {file}."

TODAY = "hari ini pukul {time}"
YESTERDAY = "kemarin pukul {time}"
ON_DAY = "{day} {month} {year} pukul {time}"
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)

HINT_ANSWER = ("1-{points}", "jawab")
HINT_SKIP = ("0", "lewati")
HINT_BACK = ("←", "kembali")
HINT_EXPLAIN = ("?", "artinya")
HINT_HIDE = ("?", "tutup penjelasan")
HINT_SAVE = ("s", "simpan dan keluar")
HINT_CHOOSE = ("↑↓ Enter", "pilih")
HINT_LEAVE = ("Ctrl-C", "keluar")
HINT_PAGES = ("PgDn PgUp", "geser")
HINT_START = ("Enter", "mulai")
HINT_GO_ON = ("Enter", "lanjut")
PLAIN_KEYS = {"←": "Backspace", "↑↓ Enter": "panah Enter"}
"""Names of keys for terminals that cannot write the signs."""

LINEAR_KEYS = {
    "opening": {"lanjut": "c-m"},
    "tasks": {"kembali": "c-h", "mulai": "c-m"},
    "statement": {
        "kembali": "c-h",
        "simpan": "s",
        "lewati": "0",
        "bantuan": "?",
        "lanjut": "c-m",
    },
    "halfway": {"kembali": "c-h", "simpan": "s", "lanjut": "c-m"},
    "overview": {"kembali": "c-h", "simpan": "s", "hasil": "c-m"},
}
"""By phase of the quiz, the words that may be written and the equivalent keys of the screen."""
LINEAR_LEAVE = "keluar"
LABELLED = "{label}: {text}"
STATEMENT_LABEL = "Pernyataan {number} dari {statements}."
RESPONSE = "{number} {label}."
EARLIER_LABEL = "Jawabanmu tadi: {number} {label}."
PROMPT = "Jawaban: "
LINEAR_HELP = (
    "Tulis angka 1 sampai {points}, lalu tekan Enter. "
    "Boleh juga: kembali, lewati, bantuan, simpan, atau keluar."
)
LINEAR_GO_ON = "Tekan Enter untuk lanjut."
LINEAR_START = "Tekan Enter untuk mulai. Boleh juga: kembali atau keluar."
LINEAR_OVERVIEW = (
    "Tulis hasil untuk melihat hasilmu, atau nomor pernyataan untuk membukanya. "
    "Boleh juga: kembali, simpan, atau keluar."
)
LINEAR_CHOICE = "Tulis angka pilihanmu, lalu tekan Enter."
LINEAR_UNKNOWN = "Maaf, “{line}” tidak dikenal."
LINEAR_PASTED = "Beberapa baris datang sekaligus, jadi tidak satu pun dipakai. Tulis satu per satu."
