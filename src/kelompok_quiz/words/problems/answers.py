"""Problems of files, headers, rows, single answers, and guides to the columns of a form."""

from __future__ import annotations

from kelompok_quiz.words.problems import Wording

# Foreign files, as `format_unknown` names them.
WORD_DOCUMENT = "dokumen Word"
PRESENTATION = "presentasi"
BINARY_WORKBOOK = "buku kerja biner (XLSB)"
APPLE_DOCUMENT = "dokumen Apple (Numbers atau Pages)"
PDF = "PDF"
IMAGE = "gambar"
OTHER_ARCHIVE = "arsip yang bukan ZIP"
RTF = "dokumen RTF"
SPSS = "berkas SPSS"
DATABASE = "basis data"
HTML_OR_XML = "HTML atau XML"

FILES = {
    "file_missing": Wording("Berkas “{value}” tidak ada.", "Periksa nama dan foldernya."),
    "file_forbidden": Wording(
        "Berkas “{value}” tidak boleh dibuka oleh akunmu.",
        "Minta izin baca, atau salin berkasnya ke folder milikmu.",
    ),
    "file_is_folder": Wording(
        "“{value}” adalah folder, bukan berkas.", "Sebutkan berkas di dalam folder itu."
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
        "Ada huruf yang rusak: berkas ini bukan UTF-8 dan bukan huruf Windows.",
        "Simpan ulang sebagai CSV UTF-8, lalu coba lagi.",
    ),
    "format_unknown": Wording(
        "Isi berkas ini {value}, bukan tabel jawaban.",
        "Simpan atau unduh sebagai CSV atau XLSX, lalu coba lagi.",
    ),
    "line_too_long": Wording(
        "Baris ini terlalu panjang untuk sebuah tabel.",
        "Periksa apakah berkas ini memang berkas jawaban.",
    ),
    "document_too_large": Wording(
        "Berkas ini terlalu besar untuk dibaca sekaligus.",
        "Simpan sebagai CSV atau JSON Lines; keduanya dibaca berapa pun besarnya.",
    ),
    "json_malformed": Wording(
        "JSON terputus di sini.", "Periksa tanda kutip, koma, dan kurung di sekitar tempat ini."
    ),
    "archive_broken": Wording(
        "Berkas XLSX, ODS, atau ZIP ini rusak atau belum utuh.",
        "Unduh atau simpan ulang, lalu coba lagi.",
    ),
    "archive_locked": Wording(
        "ZIP ini dikunci dengan kata sandi.", "Ekstrak dulu, lalu sebutkan berkas di dalamnya."
    ),
    "archive_too_large": Wording(
        "“{value}” di dalam ZIP ini lebih besar dari {limit} MiB.",
        "Ekstrak dulu, lalu sebutkan berkasnya langsung.",
    ),
    "archive_several": Wording(
        "ZIP ini berisi {count} berkas: {value}.", "Ekstrak dulu, lalu sebutkan berkas jawabannya."
    ),
    "archive_nested": Wording(
        "Di dalam ZIP ini ada ZIP lagi: “{value}”.",
        "Ekstrak dulu, lalu sebutkan berkas jawabannya.",
    ),
    "workbook_broken": Wording(
        "Berkas spreadsheet ini rusak atau belum utuh.",
        "Buka di aplikasi spreadsheet, lalu simpan ulang sebagai XLSX atau CSV.",
    ),
    "workbook_locked": Wording(
        "Berkas spreadsheet ini dikunci dengan kata sandi.",
        "Buka kuncinya di aplikasi spreadsheet, atau simpan sebagai CSV.",
    ),
    "workbook_too_large": Wording(
        "Berkas spreadsheet ini terlalu besar.",
        "Simpan sebagai CSV; CSV dibaca berapa pun besarnya.",
    ),
    "sheet_too_wide": Wording(
        "Lembar ini terpakai sampai baris {value}; sel yang jauh membuatnya terlalu besar.",
        "Hapus isi yang jauh dari tabel, atau simpan sebagai CSV.",
    ),
    "sheet_missing": Wording("Lembar “{value}” tidak ada.", "Lembar di berkas ini: {known}."),
}

MORE_ITEMS = " (dan {rest} lagi)"

ANSWERS = {
    "records_expected": Wording(
        "Isinya bukan satu orang (pasangan kunci dan nilai) atau daftar orang.",
        "Tulis tiap orang sebagai pasangan id butir dan jawabannya.",
    ),
    "record_malformed": Wording(
        "Baris ini bukan JSON yang utuh.", "Tulis satu orang dalam satu baris JSON."
    ),
    "record_key_twice": Wording(
        "Kunci “{value}” muncul dua kali untuk orang yang sama.", "Sisakan satu saja."
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
    # The message alone is shown of a rejected person, so it also says what to do.
    "answers_of_other_profile": Wording(
        "Jawaban ini untuk kuis “{id}” versi {value}, bukan “{own_id}”. Nilai dengan profilnya.",
        "Sebutkan berkas profil kuis itu: --profil BERKAS.",
    ),
    "answers_of_other_version": Wording(
        "Jawaban ini untuk {id} versi {value}; profil ini versi {own_version}. "
        "Bunyi pernyataannya sudah berubah, jadi isi lagi.",
        "Kalau profil versi {value} masih ada, nilai dengan --profil BERKAS.",
    ),
    "answers_profile_invalid": Wording(
        "Bagian `profile` di simpanan ini tidak menyebut id dan versi profilnya.",
        "Pakai berkas seperti yang disimpan kuis, tanpa mengubah `profile`.",
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
        "Tanda kutip di baris judul tidak pernah ditutup.", "Tutup atau hapus tanda kutip itu."
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

GUIDE = {
    "guide_empty": Wording(
        "Berkas pemetaan ini kosong.",
        "Buat dengan `kuis-karier periksa jawaban.csv --keluaran pemetaan.yaml`.",
    ),
    "guide_too_large": Wording(
        "Berkas ini terlalu besar untuk sebuah pemetaan.",
        "Pastikan berkas ini memang pemetaan, bukan berkas jawaban.",
    ),
    "guide_not_mapping": Wording(
        "Isi berkas ini bukan pemetaan.",
        "Tulis bagian `kolom:` dan `jawaban:`; contohnya dicetak `kuis-karier periksa`.",
    ),
    "guide_key_unknown": Wording(
        "Bagian “{value}” tidak dikenal dalam pemetaan.", "Bagian yang ada: {known}."
    ),
    "guide_key_unknown_near": Wording(
        "Bagian “{value}” tidak dikenal dalam pemetaan.", "Mungkin maksudnya “{near}”."
    ),
    "guide_part_not_mapping": Wording(
        "Bagian “{value}” bukan pasangan nama dan nilai.",
        "Tulis satu pasangan tiap baris dengan spasi setelah titik dua, misalnya `SS: 5`.",
    ),
    "guide_name_expected": Wording(
        "Bagian “{value}” bukan sebuah nama.", "Tulis satu nama, dengan tanda kutip bila perlu."
    ),
    "guide_twice": Wording("“{value}” sama dengan “{first}” yang sudah ada.", "Sisakan satu saja."),
    "guide_item_unknown": Wording(
        "“{value}” bukan id butir profil ini.",
        "Tulis id butir, misalnya {first}; kosongkan bila kolom ini bukan pernyataan.",
    ),
    "guide_item_unknown_near": Wording(
        "“{value}” bukan id butir profil ini.", "Mungkin maksudnya “{near}”."
    ),
    "guide_turns_item": Wording(
        "Kolom “{value}” adalah id butir; tidak bisa dijadikan butir {item}.",
        "Ganti judul kolom di berkas jawaban, atau hapus baris ini.",
    ),
    "guide_answer_unfilled": Wording(
        "Jawaban “{label}” belum diberi nilai.",
        "Isi angka 1 sampai {points}, atau kata kosong; hapus bila bukan jawaban.",
    ),
    "guide_answer_unknown": Wording(
        "“{value}” bukan nilai jawaban.",
        "Isi angka 1 sampai {points}, atau kata kosong untuk yang tidak dijawab.",
    ),
    "guide_turns_answer": Wording(
        "“{value}” sudah berarti {answer} di profil ini.", "Hapus baris ini, atau samakan nilainya."
    ),
}
