"""Every sentence of the help screens."""

from __future__ import annotations

APP = (
    "Cari tahu dengan jujur apakah sebuah pekerjaan cocok untukmu. "
    "Tanpa perintah: di terminal kuis dimulai; dengan data di masukan, jawabannya dinilai."
)
VERSION = "Tampilkan versi."
PROFILE = "Berkas profil YAML; tanpa ini dipakai profil bawaan."
MULAI = "Mulai kuis di terminal, lalu lihat hasilnya."
MULAI_FORMAT = "Bentuk hasil di keluaran."
NILAI = "Hitung hasil dari berkas jawaban."
NILAI_FILES = "Berkas .csv, .tsv, .jsonl, .json, .yaml atau .txt; tanda - berarti masukan."
NILAI_FORMAT = "Bentuk hasil; bawaannya mengikuti tujuan keluaran."
OUTPUT = "Tulis hasil ke berkas ini, utuh atau tidak sama sekali."
STRICT_ROWS = "Anggap gagal bila ada satu saja baris yang ditolak."
PARTIAL = "Terima berkas yang tidak memuat semua butir."
DIGITS = "Jawaban satu orang, satu karakter tiap butir menurut urutan profil; - untuk kosong."
ANONYMOUS = "Buang nama dan kolom lain; responden disebut dengan nomor urutnya."
TRAIL = "Tampilkan jejak hitungan responden ini, dari hasil sampai jawabannya."
QUIET = "Jangan tampilkan ringkasan dan daftar penolakan."
PROFESI = "Tampilkan kartu pekerjaan: tugas, kecocokan, anggapan keliru, pekerjaan yang mirip."
PERIKSA = "Periksa profil: kesalahan, peringatan, dan perilaku alat ukurnya."
PERIKSA_FILES = "Berkas profil YAML; tanpa ini diperiksa profil bawaan."
STRICT_PROFILE = "Anggap peringatan sebagai kesalahan."
PERIKSA_FORMAT = "Bentuk laporan pemeriksaan."
SCHEMA = "Cetak JSON Schema profil untuk editor, lalu selesai."
