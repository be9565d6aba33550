"""`periksa`: how columns were recognised, the guide to fill in, problems of profiles, the items."""

# The guide to fill in, as YAML with comments.
GUIDE_HEAD = (
    "# Pemetaan untuk kuis-karier. Isi bagian yang kosong, hapus baris yang tidak perlu,",
    "# lalu pakai: {command}",
)
GUIDE_COLUMNS = "kolom: # di belakang titik dua: id butir; biarkan kosong bila bukan pernyataan"
GUIDE_LABELS = "jawaban: # isi 1 sampai {points}, atau kata {blank}; hapus baris yang bukan jawaban"
GUIDE_NEAR = " # mirip {item}: {text}"
GUIDE_ITEMS = "# Butir yang belum punya kolom:"
GUIDE_ITEM = "#   {item}: {text}"
GUIDE_RESPONSES = "# Pilihan jawaban: {responses}"
GUIDE_COMPLETE = "# Semua kolom dan jawaban sudah dikenal; pemetaan tidak diperlukan."

# How a header was recognised as an item.
RULES = {
    "guide": "pemetaan",
    "id": "id butir",
    "path": "ujung jalur",
    "text": "bunyi pernyataan",
    "grid": "baris kisi",
    "id_and_text": "id dan bunyi",
}

# Problems of a profile.
SEVERITIES = {"error": "kesalahan", "warning": "peringatan"}
PROFILE_SOUND = "{file}: tidak ada kesalahan dan tidak ada peringatan."
PROFILE_PROBLEMS = "{file}: {errors} kesalahan, {warnings} peringatan."

# The statements as a list, and as a workbook to print and to type answers into.
ITEMS_TITLE = "Pernyataan: {title} {version}"
ITEM_HEADERS = ("No", "Kode", "Pernyataan")
SHEET_HEADERS = (*ITEM_HEADERS, "Jawaban")
ITEM_SHEETS = {"statements": "Pernyataan", "answers": "Lembar jawaban"}
RESPONSES = "Pilihan jawaban: {responses}."
RESPONSE = "{label} ({digit})"
ITEM_PERSON = "Kode siswa: ____________ Kelas: ____________"
ITEM_HINT = "Tulis satu angka di kolom Jawaban. Kalau tetap ragu, kosongkan."
PERSON_HEADERS = ("responden", "kelas")

# The header given to a column without one; {} is its number.
UNNAMED_COLUMN = "kolom {}"
# How a file was understood.
KINDS = {
    "csv": "tabel teks (CSV)",
    "xlsx": "buku kerja XLSX",
    "xls": "buku kerja XLS",
    "ods": "buku kerja ODS",
    "json": "JSON",
    "jsonl": "JSON Lines, satu orang tiap baris",
    "yaml": "YAML",
    "angka": "deretan angka, satu orang tiap baris",
}
DELIMITERS = {"\t": "tab", ",": "koma (,)", ";": "titik koma (;)", "|": "garis tegak (|)"}
ENCODINGS = {"utf-8": "UTF-8", "cp1252": "Windows (cp1252)"}
FACTS = {
    "kind": "Jenis",
    "member": "Isi ZIP",
    "sheet": "Lembar",
    "others": "Lembar lain",
    "delimiter": "Pemisah",
    "encoding": "Huruf",
    "header": "Judul",
    "items": "Butir",
    "respondent": "Responden",
}
OTHERS = "{names} (berisi jawaban juga, tidak dibaca)"
HEADER = "baris {line}"
HEADER_WITH_DESCRIPTIONS = "baris {line}; {count} baris di bawahnya menjelaskan kolom, bukan orang"
ITEMS = "{found} dari {all} punya kolom"
RESPONDENT = "kolom “{header}”"
NO_RESPONDENT = "tidak ada kolom nama; dipakai nomor orang"
COLUMNS = "Kolom"
ITEM = "“{header}” → {item} ({rung})"
BY_ID = "{count} kolom berjudul id butirnya: {items}"
TIME = "“{header}” → waktu {item}"
CARRIED = "{count} kolom dibawa serta: {headers}"
NEAR = "“{header}” mirip {item}, tetapi tidak disamakan: “{text}”"
NOT_SCORED = "Belum bisa dinilai"
MEND = "Perbaiki: {remedy}"

# Its people.
PEOPLE = "Orang"
MORE_CELLS = "({more} sel lain di baris ini juga bermasalah)"
COUNTED = "{people} orang: {read} bisa dibaca, {rejected} akan ditolak."
UNREAD = "{people} orang; jawabannya belum bisa dibaca."
NO_PEOPLE = "Tidak ada orang di bawah judul."
GUIDE = "Pemetaan siap isi; tulis ke berkas dengan --keluaran pemetaan.yaml"
GUIDE_WRITTEN = "Pemetaan ditulis ke {file}; isi bagian yang kosong, lalu pakai dengan --pemetaan."
REFUSED = "Tidak bisa dibaca"

# On standard error, beside any output.
REJECTION = "Ditolak: {place}: {message}"
MORE_LISTED = "… dan {more} orang lagi; semuanya terlihat dengan `{command}`."
SEE_REJECTED = "Sebab ditolaknya terlihat dengan `{command}`."
REPEAT = "Kiriman ganda: {file}, “{respondent}” ada pada orang ke-{first} dan ke-{row}."
NAMELESS_REPEAT = "Kiriman ganda: {file}, orang ke-{first} dan ke-{row} memakai nama yang sama."
MORE_REPEATS = "… dan {more} kiriman ganda lagi."
REPEATS_KEPT = "Semua kiriman itu dinilai; pakai --terakhir untuk menilai yang terakhir saja."
INCOMPLETE = "Kiriman ganda dicari di antara responden pertama saja karena jumlahnya sangat banyak."
SET_ASIDE = "{count} kiriman lama disisihkan karena respondennya mengirim lagi (--terakhir)."
SHEETS = (
    "{file}: yang dibaca lembar “{sheet}”; lembar lain yang berisi jawaban tidak dibaca: {others}."
)
OTHER_SHEET = "Untuk membaca lembar lain, tulis `lembar: NAMA` di berkas --pemetaan."
UNKNOWN_WORDS = "Ada jawaban dengan kata lain; buat pemetaannya dengan `{command}`."
