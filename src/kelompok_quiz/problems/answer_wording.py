"""What is said about answer files, single answers, outputs and the way a command was called."""

from __future__ import annotations

from kelompok_quiz.problems.severity import Wording

ERRORS = {
    "file_missing": Wording(
        "Berkas “{value}” tidak ada.",
        "Periksa nama dan foldernya.",
    ),
    "file_forbidden": Wording(
        "Berkas “{value}” tidak boleh dibuka oleh akunmu.",
        "Minta izin baca, atau salin berkasnya ke folder milikmu.",
    ),
    "file_is_folder": Wording(
        "“{value}” adalah folder, bukan berkas.",
        "Sebutkan berkas di dalam folder itu.",
    ),
    "file_unopenable": Wording(
        "Berkas “{value}” tidak bisa dibuka.",
        "Periksa apakah berkas itu masih ada dan tidak rusak.",
    ),
    "input_empty": Wording(
        "Tidak ada jawaban di dalam masukan ini.",
        "Pastikan berkas berisi baris judul dan paling sedikit satu orang.",
    ),
    "input_not_text": Wording(
        "Di baris ini atau sesudahnya ada huruf yang tidak tersimpan sebagai UTF-8.",
        "Simpan ulang sebagai CSV UTF-8, lalu coba lagi.",
    ),
    "format_unknown": Wording(
        "Jenis berkas “{value}” tidak dikenal.",
        "Simpan dulu sebagai CSV; yang dibaca: .csv, .tsv, .jsonl, .json, .yaml dan .txt.",
    ),
    "json_malformed": Wording(
        "JSON terputus di sini.",
        "Periksa tanda kutip, koma dan kurung di sekitar tempat ini.",
    ),
    "records_expected": Wording(
        "Isinya bukan satu orang (pasangan kunci dan nilai) atau daftar orang.",
        "Tulis tiap orang sebagai pasangan id butir dan jawabannya.",
    ),
    "record_malformed": Wording(
        "Baris ini bukan JSON yang utuh.",
        "Tulis satu orang dalam satu baris JSON.",
    ),
    "record_key_twice": Wording(
        "Kunci “{value}” muncul dua kali untuk orang yang sama.",
        "Sisakan satu saja.",
    ),
    "record_not_mapping": Wording(
        "Baris ini bukan pasangan kunci dan nilai.",
        "Tulis satu orang sebagai pasangan id butir dan jawabannya.",
    ),
    "columns_missing": Wording(
        "{count} butir tidak punya kolom: {value}.",
        "Lengkapi kolomnya, atau tambahkan --sebagian untuk menilai yang ada saja.",
    ),
    "columns_missing_near": Wording(
        "{count} butir tidak punya kolom: {value}.",
        "Kolom “{header}” mirip dengan butir “{near}”; samakan hanya bila maknanya sama.",
    ),
    "columns_none": Wording(
        "Tidak ada kolom yang cocok dengan butir profil ini.",
        "Beri judul kolom dengan id butir, misalnya {value}, atau teks lengkap pernyataannya.",
    ),
    "columns_numbered": Wording(
        "Judul kolom seperti “{value}” hanya berupa nomor.",
        "Ganti dengan id butir atau teks pernyataannya supaya tidak tertukar.",
    ),
    "row_width": Wording(
        "Baris ini punya {cells} sel, padahal judulnya {headers}.",
        "Samakan jumlah selnya; periksa tanda kutip dan pemisah di baris ini.",
    ),
    "row_unreadable": Wording(
        "Baris ini tidak bisa dibaca sebagai baris tabel.",
        "Periksa tanda kutip dan karakter aneh di baris ini.",
    ),
    "answer_invalid": Wording(
        "“{value}” bukan jawaban yang dikenal.",
        "Tulis angka 1 sampai {points}, teks pilihan jawaban, atau kosongkan.",
    ),
    "answers_disagree": Wording(
        "Dua kolom untuk butir “{item}” berisi jawaban berbeda (“{value}”).",
        "Sisakan satu kolom yang benar.",
    ),
    "digits_length": Wording(
        "Ada {length} jawaban, padahal profil ini punya {items} butir.",
        "Tulis satu karakter untuk tiap butir menurut urutan profil; - untuk yang kosong.",
    ),
    "order_invalid": Wording(
        "Urutan butir di berkas ini tidak cocok dengan profil.",
        "Pakai berkas seperti yang disimpan kuis, tanpa mengubah `order`.",
    ),
    "seconds_invalid": Wording(
        "Waktu “{value}” untuk butir “{item}” bukan angka detik.",
        "Pakai berkas seperti yang disimpan kuis, tanpa mengubah `seconds`.",
    ),
    "respondent_unknown": Wording(
        "Responden “{value}” tidak ada di masukan ini.",
        "Tulis persis seperti di kolom responden; tanpa kolom itu, pakai nomor orang (mulai 1).",
    ),
    "output_unwritable": Wording(
        "Hasil tidak bisa ditulis ke “{value}”.",
        "Periksa izin foldernya dan sisa ruang simpan.",
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
    "output_is_input": Wording(
        "“{value}” adalah berkas masukan; jawaban aslinya akan tertimpa.",
        "Pilih nama lain untuk --keluaran.",
    ),
    "input_silent": Wording(
        "Tidak ada yang datang dari masukan.",
        "Alirkan berkas jawaban, misalnya `kuis-karier < jawaban.csv`.",
    ),
    "files_missing": Wording(
        "Belum ada berkas jawaban.",
        "Tulis nama berkasnya, misalnya `kuis-karier nilai jawaban.csv`.",
    ),
    "terminal_missing": Wording(
        "Kuis butuh terminal untuk bertanya.",
        "Jalankan `kuis-karier` di terminal, atau nilai berkas dengan `kuis-karier nilai BERKAS`.",
    ),
    "stdin_with_files": Wording(
        "Tanda - (masukan) tidak dipakai bersama berkas lain.",
        "Nilai masukan dan berkas dalam dua perintah.",
    ),
    "jawaban_with_files": Wording(
        "--jawaban tidak dipakai bersama berkas.",
        "Pilih salah satu: --jawaban, atau nama berkas.",
    ),
}
