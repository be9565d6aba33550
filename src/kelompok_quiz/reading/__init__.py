"""Files and streams → answer batches, in bounded chunks and in the order of the source."""

from kelompok_quiz.reading.digits import parse_digits
from kelompok_quiz.reading.records import Records
from kelompok_quiz.reading.sources import STDIN, AnswerSource, open_path, open_stream

__all__ = ["STDIN", "AnswerSource", "Records", "open_path", "open_stream", "parse_digits"]
