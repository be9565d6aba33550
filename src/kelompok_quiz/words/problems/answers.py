"""What is said about headers, rows and single answers."""

from __future__ import annotations

from kelompok_quiz.words.problems.wording import Wording

MORE_ITEMS = " (dan {rest} lagi)"

ERRORS = {
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
        "Lengkapi, petakan dengan `kuis-karier periksa {file}`, atau pakai --sebagian.",
    ),
    "columns_missing_near": Wording(
        "{count} butir tidak punya kolom: {value}.",
        "Kolom “{header}” mirip dengan butir “{near}”; samakan hanya bila maknanya sama.",
    ),
    "columns_none": Wording(
        "Tidak ada kolom yang cocok dengan butir profil ini.",
        "Pakai id butir ({value}) atau petakan dengan `kuis-karier periksa {file}`.",
    ),
    "columns_in_one": Wording(
        "Semua kolom menyatu di satu sel: “{value}”.",
        "Di Excel, pisahkan dengan Data > Text to Columns (Teks ke Kolom), lalu simpan ulang.",
    ),
    "header_missing": Wording(
        "Baris judul tidak ada; yang ditemukan sudah berisi jawaban (“{value}”).",
        "Tambahkan baris judul di atas orang pertama: satu id butir untuk tiap kolom.",
    ),
    "columns_numbered": Wording(
        "Judul kolom seperti “{value}” hanya berupa nomor.",
        "Ganti dengan id butir, atau petakan dengan `kuis-karier periksa {file}`.",
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
    "header_quote_open": Wording(
        "Tanda kutip di baris judul tidak pernah ditutup.",
        "Tutup atau hapus tanda kutip itu.",
    ),
    "quote_unclosed": Wording(
        "Tanda kutip dibuka di baris ini dan tidak ditutup.",
        "Tutup atau hapus tanda kutip itu; baris sesudahnya tetap dibaca.",
    ),
    "column_contradicts": Wording(
        "Kolom “{value}” menyebut butir {item}, tetapi bunyinya butir {other}.",
        "Samakan id dan bunyinya, atau tentukan dengan --pemetaan.",
    ),
    "respondent_column_missing": Wording(
        "Kolom responden “{value}” dari pemetaan tidak ada.",
        "Tulis judul kolom itu persis seperti di berkas.",
    ),
}
