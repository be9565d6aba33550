"""What is said about files that cannot be opened, or not be read to their end."""

from __future__ import annotations

from kelompok_quiz.words.problems.wording import Wording

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
        "JSON terputus di sini.",
        "Periksa tanda kutip, koma dan kurung di sekitar tempat ini.",
    ),
    "archive_broken": Wording(
        "Berkas XLSX, ODS atau ZIP ini rusak atau belum utuh.",
        "Unduh atau simpan ulang, lalu coba lagi.",
    ),
    "archive_locked": Wording(
        "ZIP ini dikunci dengan kata sandi.",
        "Ekstrak dulu, lalu sebutkan berkas di dalamnya.",
    ),
    "archive_too_large": Wording(
        "“{value}” di dalam ZIP ini lebih besar dari {limit} MiB.",
        "Ekstrak dulu, lalu sebutkan berkasnya langsung.",
    ),
    "archive_several": Wording(
        "ZIP ini berisi {count} berkas: {value}.",
        "Ekstrak dulu, lalu sebutkan berkas jawabannya.",
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
    "sheet_missing": Wording(
        "Lembar “{value}” tidak ada.",
        "Lembar di berkas ini: {known}.",
    ),
}
