"""Every sentence that a person reads during the quiz, beside the profile's own."""

OPENING = "{statements} pernyataan, sekitar {minutes} menit. Tekan angka yang paling pas menurutmu."
EARLIER = "(jawabanmu)"
SKIPPED = "Tadi kamu lewati."

HINTS = ("1-{points} jawab", "0 lewati", "← kembali", "↑↓ Enter pilih", "Ctrl-C keluar")
PLAIN_HINTS = (
    *("1-{points} jawab", "0 lewati", "Backspace kembali"),
    *("panah + Enter pilih", "Ctrl-C keluar"),
)
