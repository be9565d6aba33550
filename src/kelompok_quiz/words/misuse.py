"""The sentences about commands that were typed wrongly: what is wrong and how to mend it."""

from typing import NamedTuple


class Wording(NamedTuple):
    """The two sentences of a refusal; what is in braces is filled in."""

    message: str
    remedy: str


WORDINGS = {
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
    "missing_command": Wording(
        "Nama perintah belum ditulis.", "Pilih salah satu perintah: {choices}."
    ),
    "missing_argument": Wording("{metavar} belum ditulis.", "Lengkapi menjadi: {usage}"),
    "missing_argument_choice": Wording(
        "{metavar} belum ditulis.", "Isi dengan salah satu dari: {choices}."
    ),
    "missing_option": Wording("Opsi {name} wajib diisi.", "Tambahkan {name} {metavar}"),
    "missing_option_choice": Wording(
        "Opsi {name} wajib diisi.", "Tambahkan {name} dengan salah satu dari: {choices}."
    ),
    "option_without_value": Wording("Opsi {name} belum diberi nilai.", "Tulis {name} {metavar}"),
    "flag_with_value": Wording(
        "Opsi {name} tidak memakai nilai.", "Tulis {name} saja, tanpa tanda = dan isinya."
    ),
    "extra_arguments": Wording(
        "Ada yang berlebih: {values}",
        "Hapus yang berlebih, atau apit nama yang berisi spasi dengan tanda kutip.",
    ),
    "choice": Wording(
        "Nilai {value} tidak ada dalam pilihan.", "Pilih salah satu dari: {choices}."
    ),
    "choice_near": Wording(
        "Nilai {value} tidak ada dalam pilihan.", "Apakah maksudmu {near}? Pilihannya: {choices}."
    ),
    "whole_number": Wording(
        "Nilai {value} bukan bilangan bulat.", "Isi dengan bilangan bulat, misalnya 10."
    ),
    "whole_number_within": Wording(
        "Nilai {value} bukan bilangan bulat.", "Isi dengan bilangan bulat {limits}."
    ),
    "number": Wording(
        "Nilai {value} bukan angka.", "Isi dengan angka, misalnya 2.5 (desimal memakai titik)."
    ),
    "number_within": Wording(
        "Nilai {value} bukan angka.", "Isi dengan angka {limits} (desimal memakai titik)."
    ),
    "outside": Wording("Nilai {value} di luar batas.", "Isi dengan angka {limits}."),
    "yes_or_no": Wording(
        "Nilai {value} bukan ya atau tidak.", "Isi dengan 1 untuk ya atau 0 untuk tidak."
    ),
    "path": Wording(
        "Berkas atau folder {value} tidak bisa dipakai.", "Periksa nama, letak, dan izinnya."
    ),
    "value": Wording(
        "Nilai {value} tidak bisa dipakai di sini.", "Lihat nilai yang diterima dengan {help}"
    ),
    "other": Wording(
        "Perintah ini tidak bisa dijalankan seperti yang ditulis.",
        "Lihat cara menulisnya dengan {help}",
    ),
}
PLACE_OPTION = "{command}, opsi {name}"
PLACE_ARGUMENT = "{command}, argumen {metavar}"
PLACE_VARIABLE = "variabel lingkungan {variable} (opsi {name})"
