"""Everything people read, in Indonesian, a module per audience. It imports nothing."""

HEADINGS = {
    "quiz": "Kuis",
    "result": "Hasil",
    "job": "Kartu pekerjaan",
    "trail": "Jejak hitungan",
    "recap": "Rekap",
    "checking": "Pemeriksaan",
    "problems": "Kesalahan dan perbaikannya",
    "help": "Bantuan",
    "tables": "Tabel dan ringkasan",
}
"""The modules in the order in which `periksa --kalimat` lists them, with their headings."""
PROFILE_HEADING = "Teks profil"
