"""What is said about a guide that says what the columns of a form stand for."""

from __future__ import annotations

from kelompok_quiz.words.problems.wording import Wording

ERRORS = {
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
        "Bagian “{value}” tidak dikenal dalam pemetaan.",
        "Bagian yang ada: {known}.",
    ),
    "guide_key_unknown_near": Wording(
        "Bagian “{value}” tidak dikenal dalam pemetaan.",
        "Mungkin maksudnya “{near}”.",
    ),
    "guide_part_not_mapping": Wording(
        "Bagian “{value}” bukan pasangan nama dan nilai.",
        "Tulis satu pasangan tiap baris dengan spasi setelah titik dua, misalnya `SS: 5`.",
    ),
    "guide_name_expected": Wording(
        "Bagian “{value}” bukan sebuah nama.",
        "Tulis satu nama, dengan tanda kutip bila perlu.",
    ),
    "guide_twice": Wording(
        "“{value}” sama dengan “{first}” yang sudah ada.",
        "Sisakan satu saja.",
    ),
    "guide_item_unknown": Wording(
        "“{value}” bukan id butir profil ini.",
        "Tulis id butir, misalnya {first}; kosongkan bila kolom ini bukan pernyataan.",
    ),
    "guide_item_unknown_near": Wording(
        "“{value}” bukan id butir profil ini.",
        "Mungkin maksudnya “{near}”.",
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
        "“{value}” sudah berarti {answer} di profil ini.",
        "Hapus baris ini, atau samakan nilainya.",
    ),
}
