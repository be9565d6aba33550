"""What is said about commands that were typed wrongly; a command to be copied ends the sentence."""

from __future__ import annotations

from kelompok_quiz.words.problems.wording import Wording

ERRORS = {
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
