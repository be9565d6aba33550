"""Problems of commands, outputs, sessions and saved answers."""

from __future__ import annotations

from kelompok_quiz.words.problems import Wording

SESSION = {
    "session_busy": Wording(
        "Sesi ini sedang dipakai di jendela lain.",
        "Lanjutkan di jendela itu, atau mulai sesi terpisah dengan --sesi BERKAS.",
    ),
    "session_unwritable": Wording(
        "Sesi tidak bisa disimpan di folder “{value}”.",
        "Pastikan foldernya ada, boleh ditulisi, dan ruangnya cukup.",
    ),
    "session_foreign": Wording(
        "Ini bukan berkas sesi.",
        "Isinya dibiarkan apa adanya. Beri nama lain untuk --sesi.",
    ),
    "session_corrupt": Wording(
        "Berkas sesi ini rusak, jadi jawabannya tidak bisa dilanjutkan.",
        "Sisihkan berkas itu dan mulai baru, atau keluar dulu untuk memeriksanya.",
    ),
    "session_of_other_profile": Wording(
        "Sesi ini untuk profil atau versi lain ({value}); "
        "bunyi pernyataannya mungkin sudah berubah.",
        "Sisihkan sesi itu dan mulai baru, atau keluar dan pakai profil yang lama.",
    ),
    "files_same": Wording(
        "Satu berkas disebut untuk dua keperluan.",
        "Beri nama berbeda untuk --profil, --sesi, --simpan, dan --keluaran.",
    ),
    "answers_file_exists": Wording(
        "Berkas “{value}” sudah ada; isinya bisa jadi jawaban orang lain.",
        "Pilih nama lain untuk --simpan.",
    ),
    "answers_file_suffix": Wording(
        "Nama berkas “{value}” tidak berakhiran .json atau .yaml.",
        "Beri akhiran .json atau .yaml, misalnya --simpan jawabanku.json.",
    ),
}

USAGE = {
    "files_missing": Wording(
        "Belum ada berkas jawaban.",
        "Tulis nama berkasnya, misalnya `kuis-karier {command} jawaban.csv`.",
    ),
    "stdin_with_files": Wording(
        "Tanda - (masukan) tidak dipakai bersama berkas lain.",
        "Pakai masukan dan berkas dalam dua perintah.",
    ),
    "jawaban_with_files": Wording(
        "--jawaban tidak dipakai bersama berkas.", "Pilih salah satu: --jawaban, atau nama berkas."
    ),
    "input_silent": Wording(
        "Tidak ada yang datang dari masukan.",
        "Alirkan berkas jawaban, misalnya `kuis-karier < jawaban.csv`.",
    ),
    "stdin_no_terminal": Wording(
        "Kuis butuh terminal untuk bertanya, tetapi masukan (stdin) bukan terminal.",
        "Jalankan kuis di terminal tanpa `<` dan `|`, atau nilai berkas jawaban dengan:\n"
        "  {command} BERKAS",
    ),
    "stderr_no_terminal": Wording(
        "Kuis tampil lewat stderr, tetapi stderr bukan terminal.",
        "Jalankan kuis di terminal tanpa `2>`. Hasilnya bisa ke berkas dengan --keluaran BERKAS.",
    ),
    "respondent_unknown_near": Wording(
        "Responden “{value}” tidak ada di masukan ini.", "Mungkin maksudmu “{near}”."
    ),
    "respondent_unknown": Wording(
        "Responden “{value}” tidak ada di masukan ini.",
        "Tulis persis seperti di kolom responden; tanpa kolom itu, pakai nomor orang (mulai 1).",
    ),
    "repeats_need_file": Wording(
        "--terakhir tidak bisa dipakai untuk masukan sebesar ini.",
        "Simpan dulu masukannya sebagai berkas, lalu sebutkan namanya.",
    ),
    "completion_not_installed": Wording(
        "Pelengkapan tombol Tab tidak bisa dipasang di folder rumahmu.",
        "Cetak skripnya dengan --cetak-pelengkapan, lalu pasang sendiri.",
    ),
    "output_incomplete": Wording(
        "Hasil tidak bisa ditulis seluruhnya.",
        "Periksa ruang penyimpanan dan tujuan keluaran, lalu jalankan lagi.",
    ),
    "output_unwritable": Wording(
        "Hasil tidak bisa ditulis ke “{value}”.",
        "Pastikan foldernya ada, boleh ditulisi, dan ruangnya cukup.",
    ),
    "output_folder_missing": Wording(
        "Folder “{value}” tidak ada.", "Buat dulu foldernya, atau pilih folder lain."
    ),
    "output_folder_forbidden": Wording(
        "Folder “{value}” tidak boleh ditulisi.",
        "Pilih folder lain, atau minta izin menulis di sana.",
    ),
    "output_file_forbidden": Wording(
        "Berkas “{value}” tidak boleh ditulisi.", "Pilih nama lain, atau buka izin menulisnya."
    ),
    "output_full": Wording(
        "Tidak ada ruang lagi di “{value}”.", "Kosongkan sebagian, atau pilih folder lain."
    ),
    "output_kind_unwritten": Wording(
        "Hasil tidak bisa ditulis sebagai berkas {value}.",
        "Pakai akhiran {known}, atau pilih bentuknya dengan --format.",
    ),
    "output_is_input": Wording(
        "“{value}” adalah berkas masukan; jawaban aslinya akan tertimpa.",
        "Pilih nama lain untuk --keluaran.",
    ),
    "xlsx_at_terminal": Wording(
        "Berkas XLSX tidak bisa ditampilkan di terminal.",
        "Tambahkan nama berkasnya, misalnya `--keluaran hasil.xlsx`.",
    ),
    "xlsx_too_long": Wording(
        "Satu lembar XLSX memuat paling banyak {most} orang.",
        "Pakai `--keluaran hasil.csv`, atau bagi berkas jawabannya.",
    ),
    "xlsx_too_wide": Wording(
        "Satu lembar XLSX memuat paling banyak {most} kolom.",
        "Pakai `--keluaran hasil.csv`, atau kurangi kolom lain di berkas jawaban.",
    ),
    "xlsx_cell_too_long": Wording(
        "Isi sel ini lebih dari {most} huruf; sel XLSX tidak memuatnya.",
        "Pakai `--keluaran hasil.csv`, atau pendekkan isi sel ini.",
    ),
    "guide_of_profile": Wording(
        "“{value}” adalah profil; pemetaan hanya untuk berkas jawaban.",
        "Sebutkan berkas jawaban, atau pilih bentuk teks atau json.",
    ),
    "guide_alone": Wording(
        "Berkas ini pemetaan; ia diperiksa bersama berkas jawabannya.",
        "Pakai `kuis-karier periksa jawaban.csv --pemetaan {file}`.",
    ),
    "guide_of_several": Wording(
        "Satu pemetaan dibuat untuk satu berkas jawaban.", "Sebutkan satu berkas saja."
    ),
    "items_file_exists": Wording(
        "Berkas “{value}” sudah ada; isinya bisa jadi jawaban yang sudah diketik.",
        "Pilih nama lain untuk --keluaran.",
    ),
    "items_of_several": Wording(
        "Daftar pernyataan dibuat untuk satu profil.", "Sebutkan satu berkas profil saja."
    ),
    "group_column_unknown": Wording(
        "Kolom “{value}” tidak ada di masukan ini.", "Pilih salah satu kolom yang ada: {headers}."
    ),
    "group_column_unknown_near": Wording(
        "Kolom “{value}” tidak ada di masukan ini.", "Mungkin maksudmu “{near}”."
    ),
    "groups_too_many": Wording(
        "Kolom “{value}” punya lebih dari {most} isi yang berbeda.",
        "Pilih kolom kelompok seperti kelas atau sekolah, bukan nama atau nomor orang.",
    ),
}
STANDARD_OUTPUT = "keluaran baku (stdout)"
"""The place of `output_incomplete`."""

MISUSE = {
    "unknown_option": Wording("Opsi {name} tidak dikenal.", "Lihat semua opsi dengan {help}"),
    "unknown_option_near": Wording(
        "Opsi {name} tidak dikenal.", "Apakah maksudmu {near}? Lihat semua opsi dengan {help}"
    ),
    "option_of_command": Wording(
        "Opsi {name} ditulis di tempat yang salah.",
        "Tulis opsi ini sesudah nama perintahnya: {example}",
    ),
    "unknown_command": Wording(
        "Perintah {name} tidak ada.", "Pilih salah satu perintah: {choices}."
    ),
    "unknown_command_near": Wording(
        "Perintah {name} tidak ada.", "Apakah maksudmu {near}? Perintah yang ada: {choices}."
    ),
    "resume_meant": Wording(
        "Kata {name} tidak perlu: sesi yang belum selesai ditawarkan dengan sendirinya.",
        "Jalankan:\n  {command}",
    ),
    "flag_meant": Wording("Kata {name} tidak dikenal di sini.", "Mungkin maksudmu:\n  {command}"),
    "option_without_value": Wording("Opsi {name} belum diberi nilai.", "Tulis {name} {metavar}"),
    "flag_with_value": Wording(
        "Opsi {name} tidak memakai nilai.", "Tulis {name} saja, tanpa tanda = dan isinya."
    ),
    "extra_arguments": Wording(
        "Ada yang berlebih: {values}",
        "Hapus yang berlebih, atau apit nama yang berisi spasi dengan tanda kutip.",
    ),
    "unknown_choice": Wording(
        "Nilai {value} tidak ada dalam pilihan.", "Pilih salah satu dari: {choices}."
    ),
    "unknown_choice_near": Wording(
        "Nilai {value} tidak ada dalam pilihan.", "Apakah maksudmu {near}? Pilihannya: {choices}."
    ),
    "misuse": Wording(
        "Perintah ini tidak bisa dijalankan seperti yang ditulis.",
        "Lihat cara menulisnya dengan {help}",
    ),
}
PLACE_OPTION = "{command}, opsi {name}"
