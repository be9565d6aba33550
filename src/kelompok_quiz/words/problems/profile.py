"""Problems of a profile: errors forbid its use, warnings only weaken it."""

from __future__ import annotations

from kelompok_quiz.words.problems import Wording, warning

ERRORS = {
    "profile_empty": Wording(
        "Berkas profil ini kosong.",
        "Salin profil contoh lalu ubah isinya; kuncinya ada di `kuis-karier periksa --skema`.",
    ),
    "profile_too_large": Wording(
        "Berkas ini {bytes} bita; profil paling besar {limit} bita.",
        "Pastikan berkas ini memang profil, bukan berkas jawaban.",
    ),
    "not_utf8": Wording(
        "Berkas ini tidak tersimpan sebagai UTF-8.",
        "Buka di editor teks, lalu simpan ulang dengan pengodean UTF-8.",
    ),
    "yaml_control_character": Wording(
        "Ada karakter yang tidak terlihat dan tidak boleh ada di YAML.", "Ketik ulang baris ini."
    ),
    "yaml_colon_in_text": Wording(
        "Ada titik dua di tengah teks, sehingga YAML mengiranya kunci baru.",
        "Apit seluruh teks dengan tanda kutip, atau periksa lekukan barisnya.",
    ),
    "yaml_bad_character": Wording(
        "Ada karakter yang tidak bisa mengawali nilai, misalnya tab, @, atau %.",
        "Ganti tab dengan spasi, dan apit teks seperti ini dengan tanda kutip.",
    ),
    "yaml_two_documents": Wording(
        "Berkas ini berisi lebih dari satu dokumen YAML.", "Hapus baris `---` di tengah berkas."
    ),
    "yaml_syntax": Wording(
        "Susunan YAML terputus di sini.",
        "Periksa lekukan, tanda kutip, dan tanda kurung di baris ini dan baris sebelumnya.",
    ),
    "yaml_too_deep": Wording(
        "Isinya bersarang terlalu dalam.", "Kurangi tingkat lekukannya sesuai contoh di panduan."
    ),
    "yaml_alias": Wording(
        "Alias YAML (tanda *) tidak dipakai di sini.", "Tulis isinya langsung di tempat ini."
    ),
    "yaml_tag": Wording(
        "Tag YAML ({value}) tidak dipakai di sini.", "Hapus tag yang diawali tanda seru ini."
    ),
    "key_not_text": Wording(
        "Kunci “{value}” tidak dibaca YAML sebagai teks.",
        "Apit kunci itu dengan tanda kutip, atau perbaiki namanya.",
    ),
    "key_duplicate": Wording(
        "Kunci “{value}” sudah ada di baris {first}.", "Hapus atau gabungkan salah satunya."
    ),
    "key_unknown": Wording(
        "Kunci “{value}” tidak dikenal di sini.",
        "Hapus kunci ini; daftar kunci ada di `kuis-karier periksa --skema`.",
    ),
    "key_unknown_near": Wording(
        "Kunci “{value}” tidak dikenal di sini.", "Mungkin maksudmu “{near}”."
    ),
    "key_missing": Wording(
        "Kunci “{key}” belum ada di {of}.", "Tambahkan baris `{key}: …` di bagian ini."
    ),
    "not_mapping": Wording(
        "Di sini seharusnya ada pasangan kunci dan nilai.",
        "Tulis sebagai baris-baris `kunci: nilai` dengan lekukan yang sama.",
    ),
    "not_list": Wording(
        "Di sini seharusnya ada daftar.",
        "Tulis tiap unsur di barisnya sendiri, diawali tanda hubung dan spasi.",
    ),
    "not_text": Wording(
        "Di sini seharusnya ada teks, bukan daftar atau pasangan kunci.",
        "Tulis satu kalimat; apit dengan tanda kutip bila memuat titik dua.",
    ),
    "text_unquoted": Wording(
        "YAML tidak membaca “{value}” sebagai teks.",
        'Apit dengan tanda kutip, misalnya "{value}".',
    ),
    "text_blank": Wording("Teks ini kosong.", "Isi teksnya."),
    "id_malformed": Wording(
        "Id “{value}” memakai huruf atau tanda yang tidak boleh.",
        "Pakai huruf kecil, angka, dan garis bawah saja, diawali huruf.",
    ),
    "version_malformed": Wording(
        "Versi “{value}” tidak berbentuk tiga angka.", "Tulis seperti 1.0.0."
    ),
    "not_whole_number": Wording(
        "“{value}” bukan bilangan bulat yang jelas.",
        "Tulis angka biasa seperti 0, 1, atau 40, tanpa nol tambahan di depan.",
    ),
    "number_too_small": Wording("Angka {value} terlalu kecil.", "Tulis {least} atau lebih."),
    "number_too_large": Wording("Angka {value} terlalu besar.", "Tulis {most} atau kurang."),
    "not_true_false": Wording(
        "Di sini hanya boleh true atau false.",
        "Tulis `true`, atau hapus barisnya bila jawabannya false.",
    ),
    "not_one_of": Wording("Nilai ini di luar pilihan yang ada.", "Pilih salah satu: {choices}."),
    "list_too_short": Wording("Daftar ini terlalu pendek.", "Isi paling sedikit {least} unsur."),
    "list_too_long": Wording("Daftar ini terlalu panjang.", "Isi paling banyak {most} unsur."),
    "id_reserved": Wording(
        "Id “{value}” sudah dipakai sebagai nama kolom hasil.", "Pilih nama lain."
    ),
    "id_duplicate": Wording(
        "Id “{value}” sudah dipakai di baris {first}.",
        "Beri nama lain; id skala dan id butir tidak boleh sama.",
    ),
    "order_unknown": Wording(
        "Urutan menyebut “{value}”, tetapi butir itu tidak ada.",
        "Hapus dari `order`, atau tambahkan butirnya.",
    ),
    "order_unknown_near": Wording(
        "Urutan menyebut “{value}”, tetapi butir itu tidak ada.", "Mungkin maksudmu “{near}”."
    ),
    "order_twice": Wording(
        "Butir “{value}” muncul lebih dari sekali di urutan.", "Sisakan satu saja."
    ),
    "order_missing": Wording(
        "Butir “{value}” tidak ada di urutan.", "Tambahkan “{value}” ke `order`."
    ),
    "band_first_not_zero": Wording(
        "Putusan pertama mulai dari {value}, padahal harus dari 0.",
        "Tulis `from: 0` pada putusan pertama.",
    ),
    "band_not_rising": Wording(
        "Putusan ini mulai dari {value}, tidak lebih tinggi dari {previous}.",
        "Urutkan putusan dari yang terendah, dengan `from` yang selalu naik.",
    ),
    "verdict_unknown": Wording(
        "Putusan “{value}” tidak ada.", "Tulis id salah satu putusan di `verdicts`."
    ),
    "verdict_unknown_near": Wording("Putusan “{value}” tidak ada.", "Mungkin maksudmu “{near}”."),
    "task_unknown": Wording("Tugas “{value}” tidak ada.", "Tulis id salah satu tugas di `tasks`."),
    "task_unknown_near": Wording("Tugas “{value}” tidak ada.", "Mungkin maksudmu “{near}”."),
    "clause_unknown": Wording(
        "Sumber menunjuk klausa “{value}” yang tidak ada.",
        "Tulis id klausa dari `clauses`, atau tambahkan klausanya.",
    ),
    "weight_reason_missing": Wording(
        "Bobot selain 1 belum diberi alasan.",
        "Tambahkan `weight_reason: …`, atau kembalikan bobotnya ke 1.",
    ),
    "response_twice": Wording(
        "Pilihan jawaban “{value}” muncul dua kali.", "Beri setiap pilihan teks yang berbeda."
    ),
    "response_ambiguous": Wording(
        "Pilihan jawaban “{value}” bisa dikira angka atau jawaban kosong.",
        "Pakai kata, misalnya “Setuju”.",
    ),
    "statement_twice": Wording(
        "Pernyataan ini sama dengan yang di baris {first}.", "Ubah atau hapus salah satunya."
    ),
}

WARNINGS = {
    "keys_unbalanced": warning(
        "Skala “{scale}” punya {items} butir, {reverse} di antaranya terbalik.",
        "Buat jumlah butirnya genap dan tepat separuhnya `reverse: true`.",
    ),
    "item_negated": warning(
        "Butir “{item}” memakai kata ingkar “{value}”.",
        "Balik maknanya dengan lawan kata, misalnya “cepat bosan” untuk “tidak betah”.",
    ),
    "item_joined": warning(
        "Butir “{item}” memakai kata “{value}”, jadi mungkin memuat dua gagasan.",
        "Sisakan satu gagasan dalam satu butir.",
    ),
    "item_absolute": warning(
        "Butir “{item}” memakai kata mutlak “{value}”.",
        "Hapus kata itu supaya orang bisa menjawab dengan jujur.",
    ),
    "item_comparison": warning(
        "Butir “{item}” menyuruh memilih, padahal orang bisa suka keduanya.",
        "Sebut satu hal saja, misalnya “Rapat panjang membuat saya cepat jenuh”.",
    ),
    "item_long": warning(
        "Butir “{item}” panjangnya {words} kata.", "Ringkas menjadi paling banyak {most} kata."
    ),
    "items_alike": warning(
        "Butir “{item}” hampir sama dengan “{other}”.", "Ganti salah satunya dengan situasi lain."
    ),
    "meaning_long": warning(
        "Penjelasan butir “{item}” memuat kalimat sepanjang {words} kata.",
        "Pecah menjadi kalimat yang paling panjang {most} kata.",
    ),
    "meaning_repeats": warning(
        "Penjelasan butir “{item}” hampir sama dengan pernyataannya.",
        "Jelaskan dengan kata lain, misalnya lewat contoh sehari-hari, atau hapus `meaning`.",
    ),
    "meaning_missing": warning(
        "{bare} dari {items} butir belum punya penjelasan, padahal butir lain punya.",
        "Tambahkan `meaning: …`, mulai dari butir “{item}”, atau hapus dari semua butir.",
    ),
    "first_person_mixed": warning(
        "Butir-butir memakai “aku” dan “saya” bergantian.", "Pilih salah satu untuk seluruh profil."
    ),
    "opposite_missing": warning(
        "Penghambat “{scale}” belum menyebut nama ujung baiknya.",
        "Tambahkan `opposite: …`, misalnya “Betah menyimak” untuk “Sulit menyimak”.",
    ),
    "verdict_steps": warning(
        "Putusan “{verdict}” mendapat {steps} langkah, seharusnya {least} sampai {most}.",
        "Ubah `next_steps`; langkah dengan `for: [{verdict}]` hanya untuk putusan ini.",
    ),
    "clause_uncited": warning(
        "Klausa “{value}” tidak dirujuk oleh bagian mana pun.",
        "Tambahkan ke `source` bagian yang memuatnya.",
    ),
    "order_neighbours": warning(
        "Dua butir skala “{scale}” berurutan.", "Sisipkan butir skala lain di antaranya."
    ),
    "order_blocks": warning(
        "Urutan tidak bisa dibagi menjadi {blocks} blok tanpa skala yang berulang.",
        "Sebarkan butir tiap skala merata, satu butir tiap blok.",
    ),
    "order_same_key": warning(
        "Ada {length} butir berurutan yang searah kuncinya.",
        "Selingi dengan butir arah lain; paling banyak {most} berurutan.",
    ),
    "order_same_side": warning(
        "Ada {length} butir berurutan yang dijawab sama oleh lembar ideal.",
        "Ubah urutannya; paling banyak {most} berurutan.",
    ),
    "order_ideal_alternates": warning(
        "Jawaban lembar ideal berselang-seling sepanjang {length} butir.",
        "Ubah urutannya sampai paling panjang {most} butir.",
    ),
    "order_ideal_repeats": warning(
        "Jawaban lembar ideal berpola dengan autokorelasi {value}.",
        "Ubah urutannya sampai di bawah {most}.",
    ),
    "audit_not_neutral": warning(
        "Lembar dengan jawaban {answer} semua menghasilkan kecocokan {fit}, jauh dari 50.",
        "Seimbangkan butir terbalik di tiap skala.",
    ),
    "audit_flagged": warning(
        "Lembar {sheet} mendapat tanda mutu {flags}.", "Ubah urutan butir sampai lembar itu bersih."
    ),
    "audit_unreachable": warning(
        "Putusan “{value}” tidak pernah bisa tercapai.", "Ubah batas `from` putusan itu."
    ),
}
