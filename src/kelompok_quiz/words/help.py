"""Help screens and completion."""

from __future__ import annotations

APP = (
    "Cari tahu dengan jujur apakah sebuah pekerjaan cocok untukmu. "
    "Tanpa perintah, kuis langsung dimulai. "
    "Bila berkas jawaban dialirkan ke masukan, isinya dinilai."
)
EXAMPLES = (
    "Contoh:\n\n"
    "  kuis-karier mulai\n"
    "  kuis-karier profesi\n"
    "  kuis-karier nilai kelas.csv\n"
    "  kuis-karier nilai kelas.csv --keluaran hasil.csv\n"
    "  kuis-karier nilai --help"
)
VERSION = "Tampilkan versi."
COMPLETION_INSTALL = "Pasang pelengkapan tombol Tab untuk shell ini, lalu selesai."
COMPLETION_PRINT = "Cetak skrip pelengkapan itu saja, lalu selesai."
PROFILE = "Berkas profil YAML; tanpa ini dipakai profil bawaan."
MULAI = "Mulai kuis di terminal, lalu lihat hasilnya."
SHUFFLED = "Pakai urutan pernyataan sendiri, berbeda untuk tiap sesi."
LINEAR = "Tanya jawab baris demi baris, cocok untuk pembaca layar; juga lewat variabel ACCESSIBLE."
SESSION = "Simpan sesi di berkas ini, bukan di tempat biasanya."
NEW_SESSION = "Mulai baru tanpa bertanya; sesi lama disisihkan."
SAVE_ANSWERS = "Simpan jawaban ke berkas .json atau .yaml ini setelah selesai."
MULAI_FORMAT = "Bentuk hasil; bawaannya laporan, atau mengikuti akhiran --keluaran."
NILAI = "Hitung hasil dari berkas jawaban."
NILAI_FILES = (
    "Berkas CSV, XLSX, XLS, ODS, JSON, JSON Lines, YAML, TXT, atau ZIP; tanda - berarti masukan."
)
GUIDE = "Berkas pemetaan: kolom ke butir, dan pilihan jawaban dengan kata lain ke angka."
LAST = "Pakai kiriman terakhir saja dari responden yang mengirim lebih dari sekali."
NILAI_FORMAT = "Bentuk hasil; bawaannya mengikuti tujuan keluaran."
OUTPUT = "Tulis hasil ke berkas ini, utuh atau tidak sama sekali."
STRICT_ROWS = "Anggap gagal bila ada satu saja baris yang ditolak."
PARTIAL = "Terima berkas yang tidak memuat semua butir."
DIGITS = "Jawaban satu orang, satu karakter tiap butir menurut urutan profil; - untuk kosong."
ANONYMOUS = "Buang nama dan kolom lain; responden disebut dengan nomor urutnya."
TRAIL = "Tampilkan jejak hitungan responden ini, dari hasil sampai jawabannya."
QUIET = "Jangan tampilkan ringkasan dan daftar penolakan."
REKAP = "Rangkum jawaban satu kelas atau lebih: hasil, rata-rata, anggapan, mutu jawaban."
REKAP_FORMAT = (
    "Bentuk rekap; bawaannya tabel, atau mengikuti akhiran --keluaran. "
    "Angka tiap butir ada di xlsx dan json."
)
PER = "Bandingkan kelompok menurut kolom ini, misalnya kelas."
LIFTED = "Tampilkan juga angka keandalan yang orangnya masih terlalu sedikit."
RECAP_QUIET = "Jangan tampilkan jumlah orang di akhir."
PROFESI = "Tampilkan kartu pekerjaan: tugas, kecocokan, anggapan keliru, pekerjaan yang mirip."
PERIKSA = "Periksa profil atau berkas jawaban tanpa menilai: kesalahan, kolom, baris yang ditolak."
PERIKSA_FILES = "Berkas profil YAML atau berkas jawaban; tanpa ini diperiksa profil bawaan."
STRICT_PROFILE = "Anggap peringatan sebagai kesalahan."
PERIKSA_FORMAT = "Bentuk laporan; pemetaan adalah berkas siap isi untuk --pemetaan."
SCHEMA = "Cetak JSON Schema profil untuk editor, lalu selesai."
ITEMS = "Tampilkan semua pernyataan; dengan --keluaran pernyataan.xlsx juga lembar jawabannya."
SENTENCES = "Cetak semua kalimat yang bisa muncul, termasuk isi profil, lalu selesai."

HELP_COMMANDS = ("help", "bantuan")
"""Words that people write instead of --help."""
RESUME_COMMANDS = ("lanjut", "lanjutkan")
"""Words with which people want to resume a session, which `RESUMING` does by itself."""
RESUMING = "mulai"

USAGE = "Pemakaian:"
OPTIONS = "[OPSI]"
OPTIONAL_COMMAND = "[PERINTAH] [ARGUMEN]…"
ARGUMENTS_HEADING = "Argumen:"
OPTIONS_HEADING = "Opsi:"
COMMANDS_HEADING = "Perintah:"
HELP_OF_HELP = "Tampilkan bantuan ini."
CHOICES = "pilihan: {}"

# Placeholders of values.
CHOICE = "PILIHAN"
FILE = "BERKAS"
COLUMN = "KOLOM"
RESPONDENT = "RESPONDEN"
ONE_PERSON = "ANGKA"
SHELL = "SHELL"

INSTALLED = "Pelengkapan tombol Tab untuk {shell} sudah dipasang."
WRITTEN = "Ditulis : "
CHANGED = "Diubah  : "
CHANGE = "{file}, ditambah baris untuk pelengkapan"
NEXT = "Lalu    : "
TRY = "Buka terminal baru, ketik kuis-karier dan spasi, lalu tekan Tab dua kali."
UNDO = "Batalkan: "
UNDO_SCRIPT = "Hapus berkas itu."
UNDO_BOTH = "Hapus berkas dan baris itu."
BY_HAND = (
    "Di PowerShell, kamu perlu menambahkan skripnya sendiri, "
    "karena program ini tidak mengubah izin skrip. Jalankan dua baris ini:"
)
POWERSHELL_COMMANDS = (
    "if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE }",
    "kuis-karier --cetak-pelengkapan powershell | Add-Content $PROFILE",
)
BY_HAND_AFTER = (
    "Lalu buka jendela baru. Bila PowerShell menolak profilmu, izinkan dulu skrip milikmu sendiri:"
)
POWERSHELL_PERMISSION = "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned"
