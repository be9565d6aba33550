"""`periksa`: how columns were recognised, the guide to fill in, and problems of profiles."""

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

# The header given to a column without one; {} is its number.
UNNAMED_COLUMN = "kolom {}"
